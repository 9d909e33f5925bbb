"""What crosses the wire, by name."""

from .generated.models import *
