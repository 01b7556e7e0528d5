package io.github.proxmoxmpc.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.internal.rules.NetworkDeviceRules;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuPostRequest;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that look right and are not, or look wrong and are right, as the server reads them. */
class ServerMeaningTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "0"})
  void aFlagIsOneDigit(String value) {
    assertThat(faults(Rule.bool("x"), value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "on", "true", "TRUE", "01", "2", "1\n"})
  void aParameterAcceptsNoWordsForTrue(String value) {
    // PVE::JSONSchema::check_type compares with '1' and '0'; only keys are read as words.
    assertThat(faults(Rule.bool("x"), value)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "on", "Yes", "TRUE", "0", "off", "no", "false"})
  void aKeyAcceptsWordsForTrue(String value) {
    assertThat(net("virtio,firewall=" + value)).isEmpty();
  }

  @Test
  void aFinalLineFeedIsNotPartOfTheValueOfAKey() {
    // parse_property_string takes /^([^=]+)=(.+)$/, where the end is before a last line feed, too.
    assertThat(net("virtio,firewall=1\n,mtu=1400\n")).isEmpty();
    assertThat(net("virtio,firewall=1\n\n")).hasSize(1);
  }

  @Test
  void aKeyAcceptsNoOtherWords() {
    assertThat(net("virtio,firewall=maybe"))
        .containsExactly(new Fault("x.firewall", "maybe", "must be 1 or 0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "+5", "005", "5\n"})
  void aWholeNumberMayHaveASignAndZeros(String value) {
    assertThat(faults(Rule.integer("x").minimum("5").maximum("5"), value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "5e0", "0x5", " 5", "5 ", "\u0665", "--5", "NaN", "5\n\n"})
  void otherTextIsNotAWholeNumber(String value) {
    assertThat(faults(Rule.integer("x"), value)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", ".5", "5.", "+5.5e-3", "1e99999", "-1E5"})
  void aNumberMayBeWrittenInManyWays(String value) {
    assertThat(faults(Rule.number("x"), value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "e5", "1e", "Infinity", "0x1p3", "1d", "1f", "1,5"})
  void textThatTheServerDoesNotAcceptAsANumberIsRejected(String value) {
    assertThat(faults(Rule.number("x"), value)).hasSize(1);
  }

  @Test
  void boundsHoldForNumbersOfAnyLength() {
    Rule rule = Rule.number("x").minimum("0").maximum("4294967295");
    assertThat(faults(rule, "4294967295")).isEmpty();
    assertThat(faults(rule, "4294967295.5")).hasSize(1);
    assertThat(faults(rule, "1e400")).hasSize(1);
    assertThat(faults(rule, "-1e-400")).isEmpty();
    assertThat(faults(Rule.integer("x").maximum("9"), "9".repeat(1_000_000))).hasSize(1);
  }

  @Test
  void lengthsAreCountedInCharactersAndNotInBytes() {
    Rule rule = Rule.string("x").minimumLength(2).maximumLength(3);
    assertThat(faults(rule, "\ud83d\ude00".repeat(3))).isEmpty();
    assertThat(faults(rule, "\ud83d\ude00")).hasSize(1);
    assertThat(faults(rule, "\u00fc".repeat(4))).hasSize(1);
  }

  @Test
  void anEmptyTextCountsAsMissing() {
    // PVE::APIServer::AnyEvent reads "x=" as x without value, which no check looks at.
    Rule loose = Rule.string("x").minimumLength(3).values("abc").format("email");
    assertThat(faults(loose, "")).isEmpty();
    assertThat(faults(Rule.string("x").required(), ""))
        .containsExactly(new Fault("x", null, "is required and was not set"));
    assertThat(faults(Rule.string("x").required(), List.of())).hasSize(1);
    RequestRules rules =
        RequestRules.of("PUT /x", List.of(), Rule.string("x").requires("y"), Rule.string("y"));
    assertThatThrownBy(() -> rules.check(Map.of("x", List.of("1"), "y", List.of(""))))
        .hasMessageContaining("x = '1': needs 'y' to be set as well");
  }

  @Test
  void aParameterThatIsNotAListTakesOneValue() {
    assertThat(faults(Rule.string("x"), List.of("a", "b")))
        .containsExactly(new Fault("x", "a, b", "takes one value"));
    assertThat(faults(Rule.string("x").list(), List.of("a", "b"))).isEmpty();
    assertThat(faults(Rule.string("x").format("pve-vmid-list"), List.of("100", "101"))).isEmpty();
    assertThat(faults(Rule.string("x").format("pve-vmid-list"), List.of("100", "1")))
        .extracting(Fault::parameter)
        .containsExactly("x[1]");
  }

  @Test
  void anEmptyElementIsRejectedBecauseTheServerWouldDropTheOthers() {
    assertThat(faults(Rule.string("command").list(), List.of("echo", ""))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100,101", "100;101", "100 101", "100\u0000101", " 100,, ;101 ", ""})
  void aListMayHaveAnySeparator(String value) {
    assertThat(faults(Rule.string("x").format("pve-vmid-list"), value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "-100", "0100", "1000000000", "1e3", "100.0"})
  void anInvalidGuestIdHasOneFault(String value) {
    Rule rule = Rule.integer("x").format("pve-vmid").minimum("100").maximum("999999999");
    assertThat(faults(rule, value)).hasSize(1);
  }

  @Test
  void aPatternMatchesTheWholeTextExceptAFinalLineFeed() {
    assertThat(faults(Rule.string("x").pattern("a.c"), "abc\n")).isEmpty();
    assertThat(faults(Rule.string("x").pattern("a.c"), "abc\n\n")).hasSize(1);
    assertThat(faults(Rule.string("x").pattern("a.c"), "a\nc")).hasSize(1);
    assertThat(faults(Rule.string("x").pattern("a.c"), "a\rc")).isEmpty();
    assertThat(faults(Rule.string("x").pattern("a.c\\z"), "abc\n")).hasSize(1);
    assertThat(faults(Rule.string("x").pattern("\\d+"), "\u0663")).isEmpty();
    assertThat(faults(Rule.string("x").pattern("(?i-smx:[a-z]+)"), "\u212a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(?:a|aa)*b", "(a*)*c", "(?:\\w+\\s?)*!"})
  @Timeout(20)
  void aPatternThatBacktracksTooLongIsNotChecked(String pattern) {
    assertThat(faults(Rule.string("x").pattern(pattern), "a".repeat(5_000))).hasSizeLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dns-name", "email", "address", "pve-acme-domain", "pve-poolid", "ip"})
  @Timeout(20)
  void aVeryLongTextIsCheckedInBoundedTime(String format) {
    for (String part : List.of("a.", "a-", "a/", "a@", "1.", ":", ",", " ", "\n", "\u0000")) {
      assertThat(faults(Rule.string("x").format(format), part.repeat(200_000))).hasSizeLessThan(2);
    }
    assertThat(net("a=,".repeat(200_000))).isNotEmpty();
  }

  @Test
  void numberedParametersHaveTheRangeOfTheServer() {
    var request =
        QemuPostRequest.builder(VmId.of(100))
            .net(31, NetworkDevice.virtio("vmbr0"))
            .net(32, NetworkDevice.virtio("vmbr0"))
            .net(-1, NetworkDevice.virtio("vmbr0"))
            .with("net01", "virtio")
            .with("ide4", "none,media=cdrom")
            .with("scsi99999999999999999999", "none,media=cdrom");
    assertThat(catchThrowableOfType(InvalidRequestException.class, request::build).faults())
        .extracting(Fault::parameter, Fault::rule)
        .containsExactlyInAnyOrder(
            tuple("net32", "is not one of net0 to net31"),
            tuple("net-1", "is not one of net0 to net31"),
            tuple("net01", "is not one of net0 to net31"),
            tuple("ide4", "is not one of ide0 to ide3"),
            tuple("scsi99999999999999999999", "is not one of scsi0 to scsi30"));
  }

  @Test
  void aValueOfAKeyIsOneLine() {
    assertThat(net("virtio,bridge=a\nb"))
        .containsExactly(new Fault("x.bridge", "a\nb", "contains a line feed"));
  }

  @Test
  void namesThatOnlyResembleNumberedOnesAreNotChecked() {
    assertThatCode(
            () ->
                QemuPostRequest.builder(VmId.of(100))
                    .with("Cores", "x")
                    .with("net", "x")
                    .with("", "x")
                    .with("9", "x")
                    .with("-1", "x")
                    .build())
        .doesNotThrowAnyException();
  }

  private static List<Fault> net(String text) {
    return faults(Rule.string("x").property(NetworkDeviceRules.NET), text);
  }

  private static List<Fault> faults(Rule rule, String value) {
    return faults(rule, List.of(value));
  }

  private static List<Fault> faults(Rule rule, List<String> values) {
    try {
      RequestRules.of("PUT /x", List.of(), rule).check(Map.of(rule.named().name(), values));
      return List.of();
    } catch (InvalidRequestException e) {
      return e.faults();
    }
  }
}
