package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.error.ErrorResponse;
import java.util.regex.Pattern;

/**
 * The kinds of error that differ only in the message, because Proxmox VE sends most errors with
 * status 500. The first kind that matches applies, so the order matters: "unable to activate
 * storage 'nas' - directory '/mnt/pve/nas' does not exist or is unreachable" is an outage, not a
 * missing object.
 *
 * <p>The messages are those of Proxmox VE 6 to 9.2.
 */
enum ErrorKind {
  PERMISSION(
      // PVE::API2::Qemu, PVE::API2::LXC, PVE::API2::VZDump, PVE::API2::Backup: "only root can set
      // 'args' config", "Only root may use this option.", "only root@pam may edit jobs ..."
      "only root(?:@pam)? (?:can|may|is)",
      // PVE::API2::Qemu: monitor commands
      "root-only",
      // PVE::LXC, PVE::API2::LXC: "... is only allowed for root@pam", "... only possible for root"
      "only (?:allowed|possible|available) (?:for|to) root",
      // PVE::RPCEnvironment; the status is 500 if a handler passes the message on
      "Permission check failed"),

  UNAVAILABLE(
      // PVE::Storage::*Plugin, PVE::Storage::ZFSPoolPlugin, PVE::VZDump
      "(?:unable to|could not|can't|cannot|failed to) activate storage",
      // PVE::Storage::activate_storage, PVE::Storage::storage_check_node and _enabled
      "storage '[^']*' is not (?:online|available on node|active)",
      "storage '[^']*' is (?:offline|disabled|unavailable|unreachable)",
      // PVE::Storage::NFSPlugin, CIFSPlugin, CephFSPlugin run mount(8)
      "\\bmount(?:\\.\\w+| error)?(?:\\(\\d+\\))?: .*(?:refused|timed out|unreachable|not responding|No route)",
      "(?:is )?not mounted",
      // PVE::Storage::PBSPlugin and ESXiPlugin use LWP; RBD and iSCSI report the like
      "(?:can't|cannot|couldn't|could not|unable to|failed to) connect to ",
      "error fetching datastores",
      "(?:connection refused|no route to host|network is unreachable|host is (?:down|unreachable))",
      // PVE::Cluster
      "no quorum",
      // PVE::QemuMigrate, PVE::LXC::Migrate, PVE::API2::Nodes, PVE::HA
      "node '?[\\w.-]+'? (?:is |seems )?(?:not online|offline|unreachable)"),

  CONFLICT(
      // Each operation that creates an object whose name or id is in use
      "already exists|already (?:used|in use|defined|running)",
      // PVE::Tools::assert_if_modified, PVE::AbstractConfig: the digest differs
      "checksum mismatch|detected modified configuration",
      // PVE::AbstractConfig, PVE::Tools::lock_file, PVE::Cluster::cfs_lock
      "(?:is|are) locked|can't (?:lock|aquire|acquire)|got lock (?:request )?timeout",
      // Deletions of objects in use: PVE::AccessControl, PVE::Network, PVE::Firewall
      "is not empty|is (?:used|referenced) by|still (?:running|in use)",
      // PVE::API2::Qemu, PVE::API2::LXC: the guest is in the other power state
      "(?:VM|CT) \\d+ (?:is )?(?:not )?running|CT is running"),

  NOT_FOUND(
      "does not exist|doesn't exist|no such |unable to find",
      "(?<!command |executable )not found",
      // PVE::HA::Config, PVE::Network, PVE::Firewall
      "' not defined|no rule at position",
      // PVE::Tools::getaddrinfo_all
      "hostname lookup '[^']*' failed") {
    @Override
    boolean isNamedBy(String message) {
      // IPC::Open3: the node lacks a program, but the object of the call may exist.
      return super.isNamedBy(message) && !message.contains("open3: exec of ");
    }
  };

  private final Pattern words;

  ErrorKind(String... alternatives) {
    this.words = Pattern.compile("(?i)" + String.join("|", alternatives));
  }

  /** Returns whether the response is of this kind; if it has errors by parameter, all must be. */
  boolean isNamedBy(ErrorResponse response) {
    return response.errors().isEmpty()
        ? isNamedBy(response.reason())
        : response.errors().values().stream().allMatch(this::isNamedBy);
  }

  boolean isNamedBy(String message) {
    return words.matcher(message).find();
  }
}
