#!/usr/bin/env bash
# Prints figures about the structure of one or more revisions, one column each:
#
#   structure.sh [--times] REVISION...      for example: structure.sh e674d8b HEAD
#
# --times also measures a clean `mvn -q verify` (CPU time) and `.ci/run` (wall time). Both take many
# minutes, and only an idle machine gives a useful wall time.
# Each revision is checked out into a temporary folder and built there; the work tree stays as it is.
set -euo pipefail
cd "$(dirname "$0")/../.."
repository=$PWD

times=
if [ "${1:-}" = --times ]; then
  times=1
  shift
fi
[ $# -gt 0 ] || set -- HEAD

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the types of each package: "COUNT PACKAGE", the largest first.
types_per_package() {
  sed -E 's,.*/src/main/java/|.*/generated-sources/[^/]*/,,; s,/[^/]*$,,; s,/,.,g' | sort | uniq -c | sort -k1,1nr -k2 \
    | awk '{ print $1, $2 }'
}

hand_written() {
  git ls-files -- '*/src/main/java/*.java' | grep -vE '/(package|module)-info\.java$' | grep -v '^proxmox-mpc-examples/'
}

generated() {
  find proxmox-mpc-api/client/target/generated-sources -name '*.java' ! -name package-info.java
}

# Counts the classes that a new JVM loads until the first typed answer: "ALL OURS".
classes_loaded() {
  local package=io.github.proxmoxmpc.examples.benchmarks
  local classes="proxmox-mpc-examples/benchmarks/target/classes:proxmox-mpc-examples/benchmarks/target/lib/*"
  mkdir -p "$work/first"
  cat > "$work/first/FirstCall.java" <<- 'JAVA'
	package io.github.proxmoxmpc.examples.benchmarks;

	final class FirstCall {
	  public static void main(String[] arguments) throws Exception {
	    try (LoopbackServer server = new LoopbackServer()) {
	      int status =
	          new ProcessBuilder(
	                  System.getProperty("java.home") + "/bin/java",
	                  "-Xlog:class+load:file=" + arguments[0],
	                  "-cp",
	                  System.getProperty("java.class.path"),
	                  ColdStart.class.getName(),
	                  "typed",
	                  server.url(),
	                  java.util.Base64.getEncoder().encodeToString(server.certificate().getEncoded()),
	                  server.fingerprint())
	              .redirectError(ProcessBuilder.Redirect.INHERIT)
	              .start()
	              .waitFor();
	      System.exit(status);
	    }
	  }
	}
	JAVA
  javac -d "$work/first" -cp "$classes" "$work/first/FirstCall.java"
  java -cp "$work/first:$classes" "$package.FirstCall" "$work/first/loaded" > /dev/null
  awk -v package="$package" '
    / source: / { all++; if (index($0, "io.github.proxmoxmpc.") && !index($0, package)) ours++ }
    END { print all + 0, ours + 0 }' "$work/first/loaded"
}

# measure COMMAND...: prints the CPU seconds and the wall seconds of a command, which must succeed.
measure() {
  local TIMEFORMAT='%U %S %R'
  { time "$@" > "$work/measured" 2>&1 || { tail -n 40 "$work/measured" >&2; exit 1; }; } 2>&1 \
    | awk 'NF == 3 { printf "%.0f %.0f\n", $1 + $2, $3 }'
}

# Prints "NAME<tab>VALUE" for each figure of the revision that is checked out here.
figures() {
  local value package
  # Older revisions do not set these options themselves.
  MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" mvn -q -B -ntp package -DskipTests -Dspotless.check.skip -Dquick \
    -pl proxmox-mpc-examples/benchmarks -am >&2
  hand_written | types_per_package > "$work/packages"
  read -r value package < "$work/packages"
  printf 'hand-written types, largest package\t%s (%s)\n' "$value" "${package#io.github.proxmoxmpc.}"
  printf 'hand-written packages with more than 30 types\t%s\n' "$(awk '$1 > 30' "$work/packages" | wc -l)"
  printf 'hand-written types\t%s\n' "$(hand_written | wc -l)"
  printf 'hand-written files over 300 lines\t%s\n' "$(hand_written | xargs wc -l | awk '$2 != "total" && $1 > 300' | wc -l)"
  generated | types_per_package > "$work/packages"
  read -r value package < "$work/packages"
  printf 'generated types, largest package\t%s (%s)\n' "$value" "${package#io.github.proxmoxmpc.}"
  printf 'generated types\t%s\n' "$(generated | wc -l)"
  printf 'generated enums\t%s\n' "$(generated | xargs grep -lE '^public (final )?enum ' | wc -l)"
  printf 'simple names that occur twice (hand-written)\t%s\n' \
    "$(hand_written | sed 's,.*/,,; s,\.java$,,' | sort | uniq -d | tee "$work/duplicates" | wc -l)"
  printf '... which\t%s\n' "$(paste -sd ' ' "$work/duplicates")"
  read -r -a value <<< "$(classes_loaded)"
  printf 'classes loaded by the first call\t%s\n' "${value[0]}"
  printf '... of this project\t%s\n' "${value[1]}"
  printf 'client jar, bytes\t%s\n' "$(wc -c < proxmox-mpc-api/client/target/proxmox-mpc-api-0.1.0-SNAPSHOT.jar)"
  # Fixtures of several modules are the main resources of a module that is never published.
  printf 'lines of test fixtures\t%s\n' \
    "$(git ls-files -z -- '*/src/test/resources/*' 'proxmox-mpc-api/fixtures/src/main/resources/*' | xargs -0 cat | wc -l)"
  if [ -n "$times" ]; then
    git clean -qxdf
    read -r -a value <<< "$(measure mvn -q -B -ntp verify)"
    printf 'mvn -q verify, CPU seconds\t%s\n' "${value[0]}"
    read -r -a value <<< "$(measure .ci/run)"
    printf '.ci/run, wall seconds\t%s\n' "${value[1]}"
  fi
}

n=0
for revision in "$@"; do
  n=$((n + 1))
  git clone -q --no-checkout "$repository" "$work/$n"
  git -C "$work/$n" checkout -q --detach "$(git rev-parse "$revision")"
  (cd "$work/$n" && figures) > "$work/figures.$n"
done

{
  printf 'figure'
  printf '\t%s' "$@"
  printf '\n'
  cut -f 1 "$work/figures.1" > "$work/table"
  for ((i = 1; i <= n; i++)); do
    cut -f 2 "$work/figures.$i" | paste "$work/table" - > "$work/next"
    mv "$work/next" "$work/table"
  done
  cat "$work/table"
} | sed 's/\t/ | /g; s/^/| /; s/$/ |/; 1a |---'"$(printf '|---%.0s' "$@")"'|'
