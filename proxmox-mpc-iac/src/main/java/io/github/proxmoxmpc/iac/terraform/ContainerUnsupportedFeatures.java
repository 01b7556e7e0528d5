package io.github.proxmoxmpc.iac.terraform;

import java.util.List;

/** What the provider cannot read in a container (0.112.0). */
final class ContainerUnsupportedFeatures {
  static final List<UnsupportedFeature> ROWS =
      List.of(
          GuestUnsupportedFeatures.NODE_DOES_NOT_ANSWER,
          UnsupportedFeature.forEach(
              KeyPattern.of("cpulimit")
                  .that(
                      "(without cores) cpulimit",
                      (guest, key) ->
                          guest.text("cores") == null && !"0".equals(guest.text("cpulimit"))),
              "without cores the server answers the number of CPUs as a text, and the provider"
                  + " wants a number",
              "set cores: pct set ID --cores N"),
          GuestUnsupportedFeatures.quotes(KeyPattern.numbered("net")),
          GuestUnsupportedFeatures.quotes(KeyPattern.numbered("mp")),
          GuestUnsupportedFeatures.quotes(KeyPattern.numbered("dev")),
          UnsupportedFeature.forEach(
              KeyPattern.numbered("net")
                  .that(
                      "(ranges) net[n].trunks",
                      (guest, key) -> {
                        String trunks = guest.part(key, "trunks");
                        return trunks != null
                            && !trunks.isEmpty()
                            && Conversion.TRUNKS.reader().read(trunks) instanceof Reading.Failure;
                      }),
              "the provider reads single VLAN ids as trunks, and no ranges",
              "list the VLAN ids one by one, or drop the trunks"));

  private ContainerUnsupportedFeatures() {}
}
