package io.github.proxmoxmpc.state;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process writes a run. On the same host one can see whether it still lives; of another host
 * only the lease tells.
 *
 * @param pid its process id
 * @param started when the process began, in epoch milliseconds: process ids are used again
 * @param host the host it runs on
 */
record RunOwner(long pid, long started, String host) {
  private static final Pattern TEXT = Pattern.compile("(\\d+)/(\\d+)@(.*)", Pattern.DOTALL);
  private static final String THIS_HOST = hostName();

  static RunOwner thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new RunOwner(process.pid(), startOf(process), THIS_HOST);
  }

  static RunOwner parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? new RunOwner(
            Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3))
        : new RunOwner(-1, -1, text);
  }

  /** Whether it is certain that the process has ended. */
  boolean isDead() {
    return host.equals(THIS_HOST)
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(process -> startOf(process) == started)
            .isEmpty();
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

  @Override
  public String toString() {
    return pid + "/" + started + "@" + host;
  }
}
