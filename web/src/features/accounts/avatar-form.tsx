import type { Picture, User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { updateSession } from '../../lib/session.ts';
import { uploadPicture } from '../../lib/upload.ts';
import { PictureField } from '../../ui/picture-field.tsx';
import { toast } from '../../ui/toast.tsx';

/** Changes the picture at once; it is shown before the server has answered, and taken back when that fails. */
export function AvatarForm({ user }: { user: User }) {
  const id = useId();
  const { mutate } = useMutation(
    api.accounts.update.mutationOptions({
      onSuccess(saved) {
        updateSession(saved);
        toast(saved.avatar ? 'Your picture is saved.' : 'Your picture is removed.');
      },
      onError(error) {
        updateSession(user);
        toast(errorText(error), 'danger');
      },
    }),
  );
  const change = (avatar: Picture | null) => {
    updateSession({ ...user, avatar });
    mutate({ id: user.id, avatarId: avatar?.id ?? null });
  };
  const field = { id, name: 'avatar', value: user.avatar, error: undefined, onChange: change };
  return (
    <PictureField
      field={field}
      label="Your picture"
      hideLabel
      upload={uploadPicture}
      shape="circle"
      alt={user.name}
    />
  );
}
