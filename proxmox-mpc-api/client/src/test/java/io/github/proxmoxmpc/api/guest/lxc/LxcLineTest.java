package io.github.proxmoxmpc.api.guest.lxc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.guest.lxc.DeviceRule.Kind;
import io.github.proxmoxmpc.api.json.JsonValue;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LxcLineTest {
  @Test
  void aLineIsReadFromAFileAndFromAResponse() {
    LxcLine line = LxcLine.parse("lxc.idmap: u 0 100000 65536");
    assertThat(LxcLine.parse("lxc.idmap = u 0 100000 65536")).isEqualTo(line);
    assertThat(LxcLine.TYPE.read(JsonValue.parse("[\"lxc.idmap\",\"u 0 100000 65536\"]"), "lxc"))
        .isEqualTo(line);
    assertThat(line).hasToString("lxc.idmap: u 0 100000 65536");
  }

  @Test
  void anEmptyValueIsALineToo() {
    LxcLine line = LxcLine.parse("lxc.cap.drop:");
    assertThat(line.value()).isEmpty();
    assertThat(LxcLine.parse("lxc.mount.entry: ").mountEntry()).isEmpty();
    assertThat(LxcLine.parse("lxc.cgroup2.devices.allow:").deviceRule()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "lxc", "lxc.: ", "net0: name=eth0", "LXC.idmap: u 0 0 1", "lxc.idmap"})
  void textThatIsNotARawLineIsRejected(String text) {
    assertThatThrownBy(() -> LxcLine.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aValueWithALineFeedIsRejected() {
    assertThatThrownBy(() -> new LxcLine("lxc.mount.entry", "x\nlxc.apparmor.profile: unconfined"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The value of 'lxc.mount.entry' contains a line feed: create one LxcLine"
                + " for each line");
    assertThatThrownBy(() -> LxcLine.parse("lxc.environment: A=geheim\nlxc.b: c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("geheim");
    assertThat(new LxcLine("lxc.a", " b \n")).isEqualTo(LxcLine.parse("lxc.a: b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lxc", "lxc.", "net0", "LXC.idmap", "lxc.a: b\nlxc.c", "lxc.a b"})
  void anInvalidKeyIsRejected(String key) {
    assertThatThrownBy(() -> new LxcLine(key, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a key of a raw lxc line");
  }

  @Test
  void onlyTheMatchingKeysHaveATypedValue() {
    LxcLine other = LxcLine.parse("lxc.apparmor.profile: unconfined");
    assertThat(other.idMap()).isEmpty();
    assertThat(other.mountEntry()).isEmpty();
    assertThatThrownBy(LxcLine.parse("lxc.mount.entry: x")::mountEntry)
        .isInstanceOf(MalformedResponseException.class);
    assertThatThrownBy(LxcLine.parse("lxc.cgroup.devices.deny: x")::deviceRule)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith("lxc.cgroup.devices.deny: ");
    assertThat(other.deviceRule()).isEmpty();
    assertThat(LxcLine.parse("lxc.id_map: g 0 100000 65536").idMap()).isPresent();
    assertThat(LxcLine.parse("lxc.cgroup.devices.deny: a").deviceRule()).isPresent();
  }

  @Test
  void toStringHidesAnEnvironment() {
    LxcLine line = LxcLine.parse("lxc.environment.runtime: TOKEN=geheim");
    assertThat(line.toString()).isEqualTo("lxc.environment.runtime");
    assertThat(line.wire()).endsWith("TOKEN=geheim");
  }

  @Test
  void aBuiltIdMapEqualsAParsedOne() {
    IdMap map = IdMap.users(0).to(100_000).count(65_536);
    assertThat(IdMap.parse("u  0 100000\t65536")).isEqualTo(map);
    assertThat(LxcLine.of(map)).isEqualTo(LxcLine.parse("lxc.idmap: u 0 100000 65536"));
    assertThat(IdMap.groups(44).to(44)).hasToString("g 44 44 1");
    assertThat(IdMap.parse("g 0 0 4294967295").count()).isEqualTo(4_294_967_295L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "b 0 100000 65536",
        "u 0 100000",
        "u 0 100000 0",
        "u 0 100000 65536 1",
        "u -1 0 1",
        "u 0 4294967295 1",
        "u 1 0 4294967295",
        "u 0 99999999999 1"
      })
  void anIdMapThatLxcWouldRejectIsRejected(String text) {
    assertThatThrownBy(() -> IdMap.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mapsThatShareIdsAreRejected() {
    IdMap first = IdMap.users(0).to(100_000).count(1000);
    IdMap.requireDisjoint(List.of(first, IdMap.groups(0).to(100_000).count(1000)));
    IdMap.requireDisjoint(List.of(first, IdMap.users(1000).to(1000)));
    assertThatThrownBy(() -> IdMap.requireDisjoint(List.of(first, IdMap.users(999).to(5))))
        .hasMessage("'u 0 100000 1000' and 'u 999 5 1' share ids");
    assertThatThrownBy(() -> IdMap.requireDisjoint(List.of(first, IdMap.users(1000).to(100_999))))
        .hasMessageContaining("share ids");
  }

  @Test
  void aBuiltDeviceRuleEqualsAParsedOne() {
    DeviceRule render =
        new DeviceRule(Kind.CHARACTER, OptionalInt.of(226), OptionalInt.of(128), "rwm");
    assertThat(DeviceRule.parse("c 226:128 rwm")).isEqualTo(render);
    assertThat(LxcLine.allowing(render))
        .isEqualTo(LxcLine.parse("lxc.cgroup2.devices.allow: c 226:128 rwm"));
    assertThat(DeviceRule.parse("b *:* m").major()).isEmpty();
    assertThatThrownBy(() -> DeviceRule.parse("c 226 rwm"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refuse(Kind kind, OptionalInt number, String access, String message) {
    assertThatThrownBy(() -> new DeviceRule(kind, number, number, access))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anAmbiguousDeviceRuleIsRejected() {
    refuse(Kind.ALL, OptionalInt.of(226), "", "'a 226:226' may be read as all devices");
    refuse(Kind.CHARACTER, OptionalInt.of(226), "", "add one or more of r, w and m");
    refuse(Kind.BLOCK, OptionalInt.empty(), "", "The rule for b *:* has no access");
    refuse(Kind.CHARACTER, OptionalInt.of(226), "x", "'x' is not an access to a device");
    refuse(Kind.CHARACTER, OptionalInt.of(226), "rw\na", "is not an access to a device");
    refuse(Kind.CHARACTER, OptionalInt.of(-1), "rwm", "-1 is not a major number");
    refuse(Kind.CHARACTER, OptionalInt.of(1_000_000_000), "r", "it must be 0 to 999999999");
    assertThatThrownBy(() -> new DeviceRule(Kind.BLOCK, OptionalInt.of(8), OptionalInt.of(-8), "r"))
        .hasMessageContaining("-8 is not a minor number");
    assertThat(new DeviceRule(Kind.ALL, OptionalInt.empty(), OptionalInt.empty(), ""))
        .hasToString("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 226:0 rwm", "a 226:* rwm", "a *:0 rwm", "a *:* r", "a *:* rrr"})
  void aRuleForAllDevicesWithALimitIsRejected(String text) {
    assertThatThrownBy(() -> DeviceRule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' may be read as all devices")
        .hasMessageEndingWith("or one rule for 'b' and one for 'c'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a *:* rwm", "a *:* mrw"})
  void everySpellingOfARuleForAllDevicesIsRead(String text) {
    DeviceRule rule = DeviceRule.parse(text);
    assertThat(rule.kind()).isEqualTo(Kind.ALL);
    assertThat(rule.major()).isEmpty();
    assertThat(rule.minor()).isEmpty();
    assertThat(rule).hasToString(text);
  }

  private static MountEntry mount(String source, List<String> options, List<String> rest) {
    return new MountEntry(source, "dev/dri", "none", options, rest);
  }

  @Test
  void anAmbiguousMountEntryIsRejected() {
    List<String> bind = List.of("bind");
    for (String source : List.of("/my disk", "", "/a\nb", "/a\t")) {
      assertThatThrownBy(() -> mount(source, bind, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The source of a mount cannot be '"
                  + source
                  + "': it must not be empty or contain blanks; write a space as \\040");
    }
    assertThatThrownBy(() -> new MountEntry("/a", "b c", "none", bind, List.of()))
        .hasMessageContaining("The target of a mount");
    assertThatThrownBy(() -> new MountEntry("/a", "b", "", bind, List.of()))
        .hasMessageContaining("The type of a mount");
    assertThatThrownBy(() -> mount("/a", List.of(), List.of()))
        .hasMessageContaining("The options of a mount");
    assertThatThrownBy(() -> mount("/a", List.of("bind,ro"), List.of()))
        .hasMessageContaining("'bind,ro' of a mount contains a comma");
    assertThatThrownBy(() -> mount("/a", bind, List.of("0 0")))
        .hasMessageContaining("The rest of a mount");
    assertThatThrownBy(() -> mount("/a", bind, List.of("0", "0", "0")))
        .hasMessageContaining("At most two numbers");
    MountEntry entry = mount("/my\\040disk", List.of("bind", "ro"), List.of("0"));
    assertThat(MountEntry.parse(entry.wire())).isEqualTo(entry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a b none bind, 0 0", "/a b none bind,,ro", "/a b none ,"})
  void aMountEntryIsWrittenAsItWasRead(String text) {
    assertThat(MountEntry.parse(text)).hasToString(text);
  }

  @Test
  void aMountEntryHasItsPartsByName() {
    String text = "/dev/dri/renderD128 dev/dri/renderD128 none bind,optional,create=file 0 0";
    MountEntry entry = MountEntry.parse(text);
    assertThat(entry.source()).isEqualTo("/dev/dri/renderD128");
    assertThat(entry.target()).isEqualTo("dev/dri/renderD128");
    assertThat(entry.type()).isEqualTo("none");
    assertThat(entry.options()).containsExactly("bind", "optional", "create=file");
    assertThat(entry).hasToString(text);
    assertThat(LxcLine.of(entry).mountEntry()).contains(entry);
    assertThatThrownBy(() -> MountEntry.parse("/dev/dri dev/dri"))
        .hasMessageContaining("source target type options");
  }
}
