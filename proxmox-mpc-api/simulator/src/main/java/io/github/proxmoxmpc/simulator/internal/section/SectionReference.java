package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.Locale;

/**
 * An option that names a section of another collection, or several of them.
 *
 * @param option the option
 * @param collection the path of the other collection, with the placeholders of the own one
 * @param words the refusal of an id that does not exist, with {@code %s} for the id
 */
record SectionReference(String option, String collection, String words) {
  void check(SectionChange change, String path) {
    if (!change.alters(option)) {
      return;
    }
    for (String id : ParameterCheck.split(change.section().text(option, ""))) {
      if (change.call().cluster().sections().find(path, id) == null) {
        throw RefusalException.failure(String.format(Locale.ROOT, words, id));
      }
    }
  }

  /** Refuses to delete a section that another one still names. */
  void checkUnused(SectionChange change, String path) {
    String id = change.section().id();
    for (Section user : change.call().cluster().sections().file(path).all()) {
      if (ParameterCheck.split(user.text(option, "")).contains(id)) {
        throw RefusalException.failure(String.format(Locale.ROOT, words, id, user.id()));
      }
    }
  }
}
