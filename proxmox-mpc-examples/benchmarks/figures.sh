#!/usr/bin/env bash
# Builds the project, then measures and prints the sizes and times in docs/architecture.md. Asserts nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
now() { date +%s%N; }
seconds() { awk -v ns=$(($(now) - $1)) 'BEGIN { printf "%.1f s", ns / 1e9 }'; }

mvn -q -B -ntp package -DskipTests -Dspotless.check.skip \
  -pl proxmox-mpc-examples/quickstart,proxmox-mpc-examples/benchmarks -am >&2

# From clean, in a copy, so that the build that stands here stays as it is. The codegen is built
# before: what is timed is to generate the client, to compile it, and Maven around it.
git ls-files -z -- '*pom.xml' .mvn proxmox-mpc-api | tar --null -T - -c | tar -x -C "$copy"
mvn_copy() { (cd "$copy" && mvn -q -B -ntp -Dspotless.check.skip "$@"); }
mvn_copy compile -pl proxmox-mpc-api/codegen -am
started=$(now)
mvn_copy compile -pl proxmox-mpc-api/client -am
echo "client generated and compiled from clean: $(seconds "$started") on $(nproc) processors"

jar=$(ls proxmox-mpc-api/client/target/proxmox-mpc-api-*.jar | grep -vE '(sources|javadoc|tests)\.jar$')
awk -v bytes="$(wc -c < "$jar")" 'BEGIN { printf "client jar: %.2f MB\n", bytes / 1e6 }'

java -cp "proxmox-mpc-examples/benchmarks/target/classes:proxmox-mpc-examples/quickstart/target/lib/*" \
  io.github.proxmoxmpc.examples.benchmarks.SimulatorUp

started=$(now)
java -jar proxmox-mpc-examples/quickstart/target/quickstart.jar "$copy/infra" > "$copy/quickstart.log"
echo "quickstart from a warm build: $(seconds "$started"), $(find "$copy/infra" -type f | wc -l) files"

java -cp "proxmox-mpc-examples/benchmarks/target/classes:proxmox-mpc-examples/benchmarks/target/lib/*" \
  io.github.proxmoxmpc.examples.benchmarks.Ratios short
