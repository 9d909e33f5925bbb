#!/usr/bin/env bash
# prepare.sh ROOT: unpacks Debian's Swift and all that it needs into the folder ROOT, a root of its own for chroot.
# Nothing is installed on this machine. Needs root, and apt and dpkg of a Debian; apt verifies what it fetches. ROOT is
# made aside and renamed, so that it is whole or not there; who comes while it is made waits for it.
set -euo pipefail

root=$1
suite=trixie
packages=(swiftlang bash coreutils libc6-dev libstdc++-14-dev)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

[ ! -e "$root" ] || exit 0
mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
flock 9
[ ! -e "$root" ] || exit 0
[ -r "$keyring" ] || { echo "$keyring is missing" >&2; exit 1; }
aside=$(mktemp -d "$root.XXXXXX")
trap 'rm -rf "$aside"' EXIT
apt=$aside/apt
new=$aside/root
mkdir -p "$apt"/{machine/partial,machine-cache/archives/partial,state/lists/partial,cache/archives/partial,etc/none}

# The mirror is the one from which this machine has its own release. apt names it once it has read what is there.
. /etc/os-release
machine=(
  -o "Dir::State::Lists=$apt/machine" -o "Dir::Cache=$apt/machine-cache" -o APT::Sandbox::User=root
  -o Acquire::Retries=3
)
apt-get "${machine[@]}" --quiet=2 update
mirror=$(
  apt-get "${machine[@]}" indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' |
    awk -v release="${VERSION_CODENAME:-}" '$1 == release || $1 == "stable" || $1 == "oldstable" { print $2; exit }'
)
[ -n "$mirror" ] || { echo 'apt names no mirror of Debian' >&2; exit 1; }
: >"$apt/state/status"
: >"$apt/etc/preferences"
echo "deb [signed-by=$keyring] $mirror $suite main" >"$apt/etc/sources.list"

# An apt with no package installed and no source but one; proxies and the like stay the machine's.
private=(
  -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/state/status" -o "Dir::Cache=$apt/cache"
  -o "Dir::Etc::sourcelist=$apt/etc/sources.list" -o "Dir::Etc::sourceparts=$apt/etc/none"
  -o "Dir::Etc::preferences=$apt/etc/preferences" -o "Dir::Etc::preferencesparts=$apt/etc/none"
  -o APT::Sandbox::User=root -o APT::Default-Release= -o Acquire::Retries=3
)
apt-get "${private[@]}" --quiet=2 update
apt-get "${private[@]}" --quiet=2 --yes --no-install-recommends --download-only install "${packages[@]}"

# What the package base-files links, had it been installed.
mkdir -p "$new"/{build,dev,proc,repository,tmp,usr/{bin,sbin,lib,lib64}}
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$new/$folder"; done
for package in "$apt"/cache/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar --extract --keep-directory-symlink --directory "$new"
done
rm -rf "$new"/usr/share/{doc,info,locale,man}
mv --no-target-directory "$new" "$root"
