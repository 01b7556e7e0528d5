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
 * The process and draft that write a run. On this host the owner can be checked for being alive;
 * for another host only the lease counts.
 *
 * @param draft the id of the draft
 * @param pid the process id
 * @param started the start time of the process in epoch milliseconds, because process ids are
 *     reused
 * @param host the host name
 */
record RunOwner(String draft, long pid, long started, String host) {
  private static final Pattern TEXT = Pattern.compile("([^/]*)/(\\d+)/(\\d+)@(.*)", Pattern.DOTALL);
  private static final Set<String> OPEN_DRAFTS = ConcurrentHashMap.newKeySet();
  private static final String THIS_HOST = hostName();

  /** Creates an owner for a new draft of this process. */
  static RunOwner newDraft() {
    ProcessHandle process = ProcessHandle.current();
    String draft = UUID.randomUUID().toString();
    OPEN_DRAFTS.add(draft);
    return new RunOwner(draft, process.pid(), startOf(process), THIS_HOST);
  }

  /** Ends the draft after it was committed or discarded. */
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

  /** Returns whether the owner certainly writes no more. */
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
      // The host cannot resolve its own name.
      return "localhost";
    }
  }

  /** Returns the owner for a message: {@code 4711 on host1}. */
  String inWords() {
    return pid + " on " + host;
  }

  @Override
  public String toString() {
    return draft + "/" + pid + "/" + started + "@" + host;
  }
}
