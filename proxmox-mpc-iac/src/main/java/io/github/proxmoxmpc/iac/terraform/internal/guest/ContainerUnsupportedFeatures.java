package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedValue;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.UnsupportedFeature;
import java.util.List;

/** Features of a container that the provider cannot read (0.112.0). */
final class ContainerUnsupportedFeatures {
  static final List<UnsupportedFeature<GuestView>> ALL =
      List.of(
          GuestUnsupportedFeatures.NODE_DOES_NOT_ANSWER,
          UnsupportedFeature.forEach(
              KeyPattern.of("cpulimit")
                  .where(
                      "(without cores) cpulimit",
                      (guest, key) ->
                          guest.text("cores") == null && !"0".equals(guest.text("cpulimit"))),
              "without cores the server returns the number of CPUs as a string, and the provider"
                  + " expects a number",
              "set cores: pct set {id} --cores N"),
          GuestUnsupportedFeatures.quotes(KeyPattern.numbered("net")),
          GuestUnsupportedFeatures.quotes(KeyPattern.numbered("mp")),
          GuestUnsupportedFeatures.quotes(KeyPattern.numbered("dev")),
          UnsupportedFeature.forEach(
              KeyPattern.numbered("net")
                  .where(
                      "(ranges) net[n].trunks",
                      (guest, key) -> {
                        String trunks = guest.property(key, "trunks");
                        return trunks != null
                            && !trunks.isEmpty()
                            && Conversion.TRUNKS.decode(trunks) instanceof DecodedValue.Failure;
                      }),
              "the provider cannot read VLAN ranges in trunks",
              "list the VLAN ids one by one, or remove trunks"));

  private ContainerUnsupportedFeatures() {}
}
