package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Executes the declaration of a collection: the operations of its paths that the schema has.
 *
 * <p>A write works on a copy of the section. It replaces the section when all checks have passed,
 * so that a refused request changes nothing.
 */
public final class SectionRoutes {
  private final SectionType type;
  private final SectionRendering rendering;

  private SectionRoutes(SectionType type) {
    this.type = type;
    this.rendering = new SectionRendering(type);
    type.rules.schema = rendering.schema();
  }

  /** Adds the operations of collections to the routes, except those that have a handler already. */
  public static void addTo(Routes routes, SectionType... types) {
    for (SectionType type : types) {
      SectionRoutes section = new SectionRoutes(type);
      add(routes, "GET " + type.itemPath, section::read);
      if (!type.isSettings()) {
        add(routes, "GET " + type.collection, section::list);
        add(
            routes,
            "POST " + type.collection,
            call -> section.locked(type.createVerb, call, section::create));
        add(
            routes,
            "POST " + type.itemPath,
            call -> section.locked(type.createVerb, call, section::create));
      }
      add(routes, "PUT " + type.itemPath, call -> section.locked("update", call, section::update));
      add(
          routes,
          "DELETE " + type.itemPath,
          call -> section.locked("delete", call, section::delete));
    }
  }

  private static void add(Routes routes, String operation, Handler handler) {
    if (OperationIndex.bundled().operations().containsKey(operation)
        && routes.find(operation).isEmpty()) {
      routes.on(operation, handler);
    }
  }

  private List<Map<String, @Nullable Object>> list(RoutedCall call) {
    type.readCheck.accept(call);
    SectionFile file = file(call);
    List<Section> sections = new ArrayList<>(file.all());
    if (isStaged(call)) {
      SectionFile running = running(call);
      List<Section> inUse = running.all();
      if (call.isTrue("running")) {
        sections.clear();
      }
      inUse.stream()
          .filter(section -> call.isTrue("running") || !file.has(section.id()))
          .forEach(sections::add);
    }
    if (!type.newestFirst && !type.inOrder) {
      sections.sort(Comparator.comparing(Section::id));
    }
    return sections.stream()
        .filter(section -> type.visibility.isVisible(call, section))
        .filter(section -> type.filter.isVisible(call, section))
        .map(section -> isStaged(call) ? staged(call, section.id()) : row(call, section))
        .toList();
  }

  private Map<String, @Nullable Object> row(RoutedCall call, Section section) {
    return rendering.row(call, file(call), section);
  }

  private Map<String, @Nullable Object> read(RoutedCall call) {
    type.readCheck.accept(call);
    if (isStaged(call)) {
      return staged(call, id(call));
    }
    return rendering.item(call, file(call), find(call));
  }

  private boolean isStaged(RoutedCall call) {
    return !type.runningAt.isEmpty() && (call.isTrue("running") || call.isTrue("pending"));
  }

  private SectionFile running(RoutedCall call) {
    return call.cluster().sections().file(resolve(type.runningAt, call));
  }

  private Map<String, @Nullable Object> staged(RoutedCall call, String id) {
    Section running = running(call).find(id);
    Section configured = call.isTrue("running") ? running : file(call).find(id);
    if (running == null && configured == null) {
      throw type.missing.apply(id);
    }
    return rendering.pending(call, running, configured);
  }

  /** Adds the words of the lock to a failure, as cfs_lock_file does. */
  private @Nullable Object locked(String action, RoutedCall call, Handler write) {
    if (type.noun.isEmpty()) {
      return write.handle(call);
    }
    String words = action + " " + type.noun + " failed: ";
    try {
      return write.handle(call);
    } catch (RefusalException refusal) {
      if (refusal.status() != 500) {
        throw refusal;
      }
      throw RefusalException.failure(words + refusal.getMessage());
    } catch (InvalidParametersException invalid) {
      StringBuilder message = new StringBuilder(words + "400 " + invalid.getMessage());
      invalid.errors().forEach((name, text) -> message.append("\n" + name + ": " + text));
      throw RefusalException.failure(message.toString());
    }
  }

  private @Nullable Object create(RoutedCall call) {
    SectionFile file = file(call);
    checkOwnDigest(call);
    String given = type.newId.apply(call);
    String id = type.key.apply(call, given);
    if (file.has(id)) {
      throw type.exists.apply(given);
    }
    Section created = new Section(id);
    type.rules.create(created, call);
    store(new SectionChange(call, null, created));
    return type.created.of(call, created);
  }

  private @Nullable Object update(RoutedCall call) {
    checkOwnDigest(call);
    Section before = find(call);
    Section after = before.copy(before.id());
    type.rules.update(after, call, type.replaced);
    store(new SectionChange(call, before, after));
    return type.updated.of(call, after);
  }

  private @Nullable Object delete(RoutedCall call) {
    SectionFile file = file(call);
    checkOwnDigest(call);
    Section before = file.find(id(call));
    if (before == null && type.deletedSilently) {
      return null;
    }
    if (before == null) {
      throw type.missing.apply(id(call));
    }
    SectionChange change = new SectionChange(call, before, null);
    type.users.forEach(user -> user.checkUnused(change, resolve(user.collection(), call)));
    type.checks.forEach(check -> check.accept(change));
    file.remove(before.id());
    type.effects.forEach(effect -> effect.accept(change));
    return type.deleted.of(call, before);
  }

  private void store(SectionChange change) {
    RoutedCall call = change.call();
    type.references.forEach(
        reference -> reference.check(change, resolve(reference.collection(), call)));
    type.checks.forEach(check -> check.accept(change));
    if (change.creates() && type.newestFirst) {
      file(call).putFirst(change.section());
    } else {
      file(call).put(change.section());
    }
    type.effects.forEach(effect -> effect.accept(change));
  }

  private SectionFile file(RoutedCall call) {
    return call.cluster().sections().file(resolve(type.storedAt, call));
  }

  private Section find(RoutedCall call) {
    Section section = file(call).find(id(call));
    if (section == null && type.isSettings()) {
      return new Section("");
    }
    if (section == null) {
      throw type.missing.apply(id(call));
    }
    return section;
  }

  private String id(RoutedCall call) {
    if (type.isSettings()) {
      return "";
    }
    String placeholder =
        type.itemPath.substring(type.itemPath.lastIndexOf('{') + 1, type.itemPath.length() - 1);
    return type.key.apply(call, call.required(placeholder));
  }

  /** Refuses a write whose digest is not that of the file, as assert_if_modified does. */
  public static void checkDigest(RoutedCall call, SectionFile file) {
    checkDigest(call, file.digest());
  }

  private void checkOwnDigest(RoutedCall call) {
    checkDigest(call, file(call).digest(type.digestAlgorithm));
  }

  private static void checkDigest(RoutedCall call, String current) {
    String sent = call.text("digest");
    if (sent != null && !sent.equals(current)) {
      throw RefusalException.failure(
          "detected modified configuration - file changed by other user? Try again.");
    }
  }

  /** Returns the path of a collection with the values of its placeholders. */
  public static String resolve(String collection, RoutedCall call) {
    StringBuilder path = new StringBuilder();
    for (String segment : collection.substring(1).split("/", -1)) {
      path.append('/')
          .append(
              segment.startsWith("{")
                  ? call.required(segment.substring(1, segment.length() - 1))
                  : segment);
    }
    return path.toString();
  }
}
