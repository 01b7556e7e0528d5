#!/usr/bin/env bash
# Makes the real tools ready that the e2e tests run: Terraform (or OpenTofu) and the Proxmox provider.
#
#   install-tools.sh OUT        writes OUT/tools.properties and OUT/terraform.rc
#
# Terraform:  $E2E_TERRAFORM when it is set (a binary, or the word "build"); else terraform or tofu from
#             the PATH; else OpenTofu, built from its published Go module.
# Provider:   built from its published Go module. `go mod download` and then `go build` in the module's
#             own folder, because the replace rules of its go.mod forbid `go install MODULE@VERSION`.
#
# What was built is kept in ${XDG_CACHE_HOME:-~/.cache}/proxmox-mpc and used again: the second run needs
# neither Go nor a network. Silent unless it builds something or fails.
set -euo pipefail

provider_module=github.com/bpg/terraform-provider-proxmox
provider_version=0.112.0
tofu_module=github.com/opentofu/opentofu
# The newest first; an older one stands by for an older Go.
tofu_versions=(1.12.6 1.10.10 1.9.4)
oldest_terraform=1.5.0 # import blocks

fail() {
  echo "install-tools: $*" >&2
  exit 1
}

[ $# -eq 1 ] || fail "usage: install-tools.sh OUT"
mkdir -p "$1"
out=$(cd "$1" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/proxmox-mpc
mkdir -p "$cache"
unset TF_CLI_CONFIG_FILE TF_DATA_DIR TF_WORKSPACE TF_CLI_ARGS
export CHECKPOINT_DISABLE=1 # no call home for a newer release

work=$(mktemp -d "$cache/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT

need_go() {
  command -v go > /dev/null || fail "$1 has to be built, and there is no 'go' on the PATH. Install Go 1.26 or newer (go.dev/dl) and run again."
}

# go_build MODULE VERSION PACKAGE FILE: builds a published module, and puts the whole file in place at once.
go_build() {
  local module=$1 version=$2 package=$3 file=$4 dir started=$SECONDS
  echo "install-tools: building $module $version (once, a minute or two)"
  dir=$(cd "$work" && GOWORK=off GOFLAGS=-mod=mod go mod download -json "$module@v$version" 2> "$work/go.log" \
    | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",\{0,1\}$/\1/p') || true
  [ -n "$dir" ] || { cat "$work/go.log" >&2; echo "install-tools: could not download $module v$version" >&2; return 1; }
  (cd "$dir" && GOWORK=off GOFLAGS=-buildvcs=false CGO_ENABLED=0 \
    nice go build -mod=readonly -trimpath -ldflags "-s -w -X $module/version.dev=no" -o "$work/built" "$package") \
    > "$work/go.log" 2>&1 || { cat "$work/go.log" >&2; return 1; }
  mkdir -p "$(dirname "$file")"
  chmod 755 "$work/built"
  mv -f "$work/built" "$file"
  echo "install-tools: built in $((SECONDS - started)) s"
}

# True when $1 is the binary of a Terraform or OpenTofu that is new enough.
new_enough() {
  local version
  version=$("$1" version 2> /dev/null | sed -n '1s/^[A-Za-z]* v\([0-9.]*\).*/\1/p') || return 1
  [ -n "$version" ] && [ "$(printf '%s\n' "$oldest_terraform" "$version" | sort -V | head -n 1)" = "$oldest_terraform" ]
}

find_terraform() {
  local name path version
  case ${E2E_TERRAFORM:-} in
    build) ;;
    '')
      for name in terraform tofu; do
        if path=$(command -v "$name") && new_enough "$path"; then
          terraform=$path
          return
        fi
      done
      ;;
    *)
      new_enough "$E2E_TERRAFORM" || fail "E2E_TERRAFORM=$E2E_TERRAFORM is no Terraform or OpenTofu of $oldest_terraform or newer"
      terraform=$E2E_TERRAFORM
      return
      ;;
  esac
  for version in "${tofu_versions[@]}"; do
    terraform=$cache/tofu/$version/tofu
    [ -x "$terraform" ] && return
  done
  need_go "OpenTofu"
  for version in "${tofu_versions[@]}"; do
    terraform=$cache/tofu/$version/tofu
    if go_build "$tofu_module" "$version" ./cmd/tofu "$terraform"; then
      return
    fi
    echo "install-tools: OpenTofu $version does not build here, trying the one before" >&2
  done
  fail "no release of OpenTofu builds with $(go version). Put terraform or tofu on the PATH."
}

platform() {
  local os arch
  os=$(uname -s | tr '[:upper:]' '[:lower:]')
  arch=$(uname -m)
  case $arch in
    x86_64) arch=amd64 ;;
    aarch64) arch=arm64 ;;
  esac
  echo "${os}_$arch"
}

# Under which address the tool looks for "bpg/proxmox": Terraform and OpenTofu have different default
# hosts, and the tool itself knows best.
provider_address() {
  mkdir -p "$work/ask"
  printf 'terraform {\n  required_providers {\n    proxmox = {\n      source = "bpg/proxmox"\n    }\n  }\n}\n' > "$work/ask/main.tf"
  (cd "$work/ask" && "$terraform" providers -no-color 2> "$work/ask.log") | sed -n 's/.*provider\[\([^]]*\)\].*/\1/p' | head -n 1
}

find_terraform
binary=$cache/provider/$provider_version/$(platform)/terraform-provider-proxmox_v$provider_version
if [ ! -x "$binary" ]; then
  need_go "The Proxmox provider"
  go_build "$provider_module" "$provider_version" . "$binary" || fail "the Proxmox provider does not build"
fi

address=$(provider_address)
[ -n "$address" ] || { cat "$work/ask.log" >&2; fail "$terraform does not say where it looks for providers"; }
mirrored=$cache/mirror/$address/$provider_version/$(platform)
if [ ! -x "$mirrored/${binary##*/}" ]; then
  mkdir -p "$mirrored"
  cp "$binary" "$work/mirrored"
  mv -f "$work/mirrored" "$mirrored/${binary##*/}"
fi

# Only the mirror, no direct install: `init` then never asks the network.
cat > "$work/terraform.rc" << END
disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path    = "$cache/mirror"
    include = ["*/*/*"]
  }
}
END
cat > "$work/tools.properties" << END
terraform=$terraform
cli.config=$out/terraform.rc
provider.version=$provider_version
END
mv -f "$work/terraform.rc" "$work/tools.properties" "$out/"
