package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The decoders of a guest's options, which are those of its typed configuration.
 *
 * @param fields returns the decoder of a field by its name in the schema
 */
record OptionTypes(Function<String, @Nullable Decoder<?>> fields) {
  static final OptionTypes VM = new OptionTypes(QemuConfig::typeOf);
  static final OptionTypes CONTAINER = new OptionTypes(LxcConfig::typeOf);

  private static final Pattern NUMBER = Pattern.compile("\\d+$");

  /** Returns the decoder of an option; null if the schema does not have it. */
  @Nullable Decoder<?> of(String key) {
    Decoder<?> type = fields.apply(key);
    return type != null ? type : fields.apply(NUMBER.matcher(key).replaceFirst("[n]"));
  }
}
