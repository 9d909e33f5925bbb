"""Everything that a call may raise: an exception for every code, and what they have in common."""

from .generated.errors import *
from .runtime.failures import ApiError as ApiError
from .runtime.failures import CallCancelled as CallCancelled
from .runtime.failures import CallTimeout as CallTimeout
from .runtime.failures import ClientError as ClientError
from .runtime.failures import ConnectionFailed as ConnectionFailed
from .runtime.failures import FieldIssue as FieldIssue
from .runtime.failures import UnexpectedAnswer as UnexpectedAnswer
