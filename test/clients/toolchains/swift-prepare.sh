#!/usr/bin/env bash
# Unpacks Debian's Swift into the folder ROOT, a root of its own for chroot: nothing is installed on this machine.
# swift-prepare.sh ROOT. Needs root, apt and dpkg of a Debian; the packages are verified by apt.
set -euo pipefail

root=$1
suite=trixie
packages=(swiftlang bash coreutils libc6-dev libstdc++-14-dev)

# The mirror is the machine's own, taken from its apt configuration.
mirror=$(
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -E '/debian/?$' | sort -u | head -n 1)
[ -n "$mirror" ] || { echo 'apt names no mirror of Debian' >&2; exit 1; }
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keyring" ] || { echo "no $keyring" >&2; exit 1; }

apt=$root.apt
trap 'rm -rf "$apt"' EXIT
mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$apt/etc" "$root"
chmod 755 "$apt" "$apt/cache" "$apt/cache/archives"
: >"$apt/state/status"
: >"$apt/etc/preferences"
echo "deb [signed-by=$keyring] $mirror $suite main" >"$apt/etc/sources.list"

private=(
  -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/state/status" -o "Dir::Cache=$apt/cache"
  -o "Dir::Etc::sourcelist=$apt/etc/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::Etc::preferences=$apt/etc/preferences"
  -o Dir::Etc::preferencesparts=- -o APT::Sandbox::User=root -o Debug::NoLocking=true -o Acquire::Retries=3
)
apt-get "${private[@]}" --quiet=2 update
apt-get "${private[@]}" --quiet=2 --yes --no-install-recommends --download-only install "${packages[@]}"

# What base-files would link, had it been installed.
mkdir -p "$root"/{dev,proc,tmp,root,usr/{bin,sbin,lib,lib64}}
chmod 1777 "$root/tmp"
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
for package in "$apt"/cache/archives/*.deb; do dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$root"; done
rm -rf "$root"/usr/share/{doc,man,locale,info}
