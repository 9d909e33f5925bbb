#!/usr/bin/env bash
# inside.sh ROOT REPOSITORY BUILD COMMAND…: runs a command in the root that prepare.sh made, which sees the repository at
# /repository and a folder for what is built at /build. The mounts are in a namespace of their own and end with the command.
set -euo pipefail

exec unshare --mount bash --norc -euc '
  root=$1
  mount --rbind /proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount --bind "$2" "$root/repository"
  mount -o remount,bind,ro "$root/repository"
  mount --bind "$3" "$root/build"
  shift 3
  exec chroot "$root" /usr/bin/env PATH=/usr/libexec/swift/bin:/usr/bin HOME=/build/home LANG=C.UTF-8 TMPDIR=/tmp "$@"
' inside "$@"
