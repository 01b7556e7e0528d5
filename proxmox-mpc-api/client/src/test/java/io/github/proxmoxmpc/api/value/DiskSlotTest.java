package io.github.proxmoxmpc.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskSlotTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ide0",
        "sata5",
        "scsi30",
        "virtio15",
        "efidisk0",
        "tpmstate0",
        "rootfs",
        "mp255",
        "unused0"
      })
  void aKeyIsReadAndPrinted(String key) {
    assertThat(DiskSlot.of(key)).hasToString(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "scsi",
        "scsi01",
        "scsi-1",
        "scsihw",
        "rootfs0",
        "mp",
        "net0",
        "SCSI0",
        "scsi99999"
      })
  void textThatIsNotASlotIsRejected(String key) {
    assertThatThrownBy(() -> DiskSlot.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + key + "'");
  }

  @Test
  void slotsAreInTheOrderOfBusAndNumber() {
    assertThat(DiskSlot.of("scsi2")).isLessThan(DiskSlot.of("scsi10"));
    assertThat(DiskSlot.of("ide3")).isLessThan(DiskSlot.of("scsi0"));
  }
}
