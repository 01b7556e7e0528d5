package io.github.proxmoxmpc.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.internal.check.RequestRules;
import io.github.proxmoxmpc.api.internal.check.Rule;
import io.github.proxmoxmpc.api.internal.rules.DiskRules;
import io.github.proxmoxmpc.api.internal.rules.MountPointRules;
import io.github.proxmoxmpc.api.internal.rules.NetworkDeviceRules;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.fixtures.Sample;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks random texts made of the parts of property strings. */
class PropertyFuzzTest {
  private static final int INPUTS = Sample.size(250_000, 15_000);
  private static final int INPUTS_OF_ACCESSORS = Sample.size(20_000, 1_500);
  private static final String[] PIECES = {
    ",",
    "=",
    ";",
    ":",
    "/",
    "%",
    " ",
    "\n",
    "\u0000",
    "virtio",
    "file",
    "volume",
    "size",
    "mtu",
    "model",
    "macaddr",
    "BC:24:11:00:00:01",
    "local:vm-100-disk-0",
    "32G",
    "1e999",
    "-1",
    "0",
    "99999999999999999999",
    "on",
    "yes",
    "none",
    "backup",
    "mp",
    "ä",
    "😀",
    "\uD800",
    "..",
    "%zz"
  };

  /** The valid beginnings of parameters, so that only the text after them can be at fault. */
  private static final SortedMap<String, String> BEGINNINGS =
      new TreeMap<>(Map.of("net0", "virtio", "scsi0", "local:1", "mp0", "local:1,mp=/data"));

  private static final RequestRules RULES =
      RequestRules.of(
          "PUT /x",
          List.of(),
          Rule.string("net[n]").property(NetworkDeviceRules.NET),
          Rule.string("scsi[n]").property(DiskRules.SCSI),
          Rule.string("mp[n]").property(MountPointRules.MP));

  @Test
  void anyTextIsReadPrintedAndCheckedWithOnlyOurOwnExceptions() throws Exception {
    long seed = 20261125 + Sample.seed();
    Random random = new Random(seed);
    List<Function<String, TypedPropertyString>> parsers =
        List.of(NetworkDevice::parse, Disk::parse, MountPoint::parse, Cpu::parse);
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = text(random);
      for (Function<String, TypedPropertyString> parser : parsers) {
        TypedPropertyString read = parser.apply(text);
        assertThat(read.wire()).isEqualTo(text);
        if (i < INPUTS_OF_ACCESSORS) {
          askAll(read);
        }
      }
      for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
        String value = random.nextBoolean() ? text : beginning.getValue() + "," + text;
        try {
          RULES.check(Map.of(beginning.getKey(), List.of(value)));
          accepted++;
        } catch (InvalidRequestException e) {
          refused++;
        }
      }
    }
    System.out.printf(
        "property strings: %d texts (seed %d), read as %d types; checked as parameters: %d accepted,"
            + " %d refused%n",
        INPUTS, seed, parsers.size(), accepted, refused);
    assertThat(accepted).isPositive();
    assertThat(refused).isPositive();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static void askAll(TypedPropertyString read) throws ReflectiveOperationException {
    for (Method accessor : accessors(read).toList()) {
      try {
        accessor.invoke(read);
      } catch (InvocationTargetException e) {
        assertThat(e.getCause()).isInstanceOf(ProxmoxException.class);
      }
    }
  }

  private static Stream<Method> accessors(TypedPropertyString read) {
    return Stream.of(read.getClass().getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0);
  }
}
