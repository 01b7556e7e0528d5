package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the cluster, as its mapping table sees it. Besides the configuration keys it offers
 * facts under names that begin with {@code @}, such as {@code @node}.
 */
public interface ResourceView {
  /** Returns all configuration keys in natural order. */
  List<String> keys();

  /** Returns the matching keys in the order in which the provider lists them. */
  List<String> keys(KeyPattern keyPattern);

  /** Returns the text of a key or a fact; null if it is not set. */
  @Nullable String text(String key);

  /** Parses the value of a key as the provider parses this property string. */
  ProviderPropertyString propertyString(String key);

  /** Replaces {@code {id}} in a text with the id of the resource. */
  String insertId(String text);

  /** Returns a property of a key's property string; null if it is not set. */
  default @Nullable String property(String key, String property) {
    return propertyString(key).named().get(property);
  }
}
