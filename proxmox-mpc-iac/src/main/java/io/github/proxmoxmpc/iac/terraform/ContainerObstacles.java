package io.github.proxmoxmpc.iac.terraform;

import java.util.List;

/** What the provider cannot read in a container (0.112.0). */
final class ContainerObstacles {
  static final List<Obstacle> ROWS =
      List.of(
          GuestObstacles.NODE_DOES_NOT_ANSWER,
          Obstacle.forEach(
              Family.of("cpulimit")
                  .that(
                      "(without cores) cpulimit",
                      (guest, key) ->
                          guest.text("cores") == null && !"0".equals(guest.text("cpulimit"))),
              "without cores the server answers the number of CPUs as a text, and the provider"
                  + " wants a number",
              "set cores: pct set ID --cores N"),
          GuestObstacles.quotes(Family.numbered("net")),
          GuestObstacles.quotes(Family.numbered("mp")),
          GuestObstacles.quotes(Family.numbered("dev")),
          Obstacle.forEach(
              Family.numbered("net")
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

  private ContainerObstacles() {}
}
