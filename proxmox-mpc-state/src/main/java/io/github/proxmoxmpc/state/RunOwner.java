package io.github.proxmoxmpc.state;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who writes a run. In this process and on this host one can see whether it still lives; of another
 * host only the lease tells.
 *
 * @param draft one draft of the process
 * @param pid its process id
 * @param started when the process began, in epoch milliseconds: process ids are used again
 * @param host the host it runs on
 */
record RunOwner(String draft, long pid, long started, String host) {
  private static final Pattern TEXT = Pattern.compile("([^/]*)/(\\d+)/(\\d+)@(.*)", Pattern.DOTALL);
  private static final Set<String> OPEN_DRAFTS = ConcurrentHashMap.newKeySet();
  private static final String THIS_HOST = hostName();

  /** A new draft of this process. */
  static RunOwner newDraft() {
    ProcessHandle process = ProcessHandle.current();
    String draft = UUID.randomUUID().toString();
    OPEN_DRAFTS.add(draft);
    return new RunOwner(draft, process.pid(), startOf(process), THIS_HOST);
  }

  /** The draft was committed or discarded. */
  void end() {
    OPEN_DRAFTS.remove(draft);
  }

  static RunOwner parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? new RunOwner(
            matcher.group(1),
            Long.parseLong(matcher.group(2)),
            Long.parseLong(matcher.group(3)),
            matcher.group(4))
        : new RunOwner("", -1, -1, text);
  }

  /** Whether it is certain that nobody writes it any more. */
  boolean isDead() {
    if (!host.equals(THIS_HOST)) {
      return false;
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(alive -> startOf(alive) == started);
    return process.isEmpty()
        || (process.get().equals(ProcessHandle.current()) && !OPEN_DRAFTS.contains(draft));
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A host that cannot resolve its own name still is this host.
      return "localhost";
    }
  }

  /** For a message: {@code 4711 on host1}. */
  String inWords() {
    return pid + " on " + host;
  }

  @Override
  public String toString() {
    return draft + "/" + pid + "/" + started + "@" + host;
  }
}
