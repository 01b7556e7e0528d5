package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.Constraint.matching;
import static io.github.proxmoxmpc.iac.terraform.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a VM that its processors and its memory become. */
final class VmProcessorMappings {
  private VmProcessorMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of("cores")
            .to("cpu.cores", WHOLE_NUMBER)
            .both(Number.of(1))
            .always()
            .accepts(between(1, 2304))
            .row(),
        of("sockets")
            .to("cpu.sockets", WHOLE_NUMBER)
            .both(Number.of(1))
            .accepts(between(1, 16))
            .row(),
        of("vcpus").to("cpu.hotplugged", WHOLE_NUMBER).accepts(between(0, 2304)).row(),
        of("cpulimit").to("cpu.limit", NUMBER).accepts(between(0, 128)).row(),
        of("cpuunits").to("cpu.units", WHOLE_NUMBER).computed().accepts(between(1, 262144)).row(),
        of("arch").to("cpu.architecture", TEXT).accepts(oneOf("aarch64", "x86_64").orEmpty()).row(),
        of("affinity")
            .to("cpu.affinity", TEXT)
            .uncounted()
            .accepts(matching("numbers and ranges of CPUs", "\\d+[\\d\\-,]*"))
            .row(),
        of("numa").to("cpu.numa", FLAG).uncounted().row(),
        of("cpu", "cputype")
            .bare()
            .to("cpu.type", TEXT)
            .both(new Text("qemu64"))
            .always()
            .accepts(VmRules.CPU_TYPE)
            .row(),
        of("cpu", "flags").to("cpu.flags", LIST).row(),
        of("cpu", "hidden").unseen(NOT_READ),
        of("cpu", "hv-vendor-id").unseen(NOT_READ),
        of("cpu", "phys-bits").unseen(NOT_READ),
        of("cpu", "guest-phys-bits").unseen(NOT_READ),
        of("cpu", "reported-model").unseen(NOT_READ),
        of("memory")
            .to("memory.dedicated", WHOLE_NUMBER)
            .preset(Number.of(512))
            .always()
            .accepts(between(64, 268435456))
            .remedy("set the plain number of MiB: qm set ID --memory MIB")
            .row(),
        of("balloon").to("memory.floating", WHOLE_NUMBER).accepts(between(0, 268435456)).row(),
        of("ivshmem", "size")
            .to("memory.shared", WHOLE_NUMBER)
            .accepts(between(0, 268435456))
            .row(),
        of("ivshmem", "name").unseen(NOT_READ),
        of("hugepages")
            .to("memory.hugepages", TEXT)
            .accepts(oneOf("1024", "2", "any").when("with NUMA switched on", VmRules::writesNuma))
            .row(),
        of("keephugepages")
            .to("memory.keep_hugepages", FLAG)
            .accepts(
                new Constraint("a truth value", (value, context) -> true)
                    .when("with NUMA switched on", VmRules::writesNuma))
            .row(),
        of("shares").unseen(NO_ATTRIBUTE),
        of("allow-ksm").unseen(NO_ATTRIBUTE),
        of(VmKeyPatterns.NUMA_NODES, KEY_NAME).to("numa.device", TEXT).row(),
        of(VmKeyPatterns.NUMA_NODES, "cpus")
            .to("numa.cpus", TEXT)
            .accepts(VmRules.RANGES)
            .required(new Text("0"))
            .row(),
        of(VmKeyPatterns.NUMA_NODES, "hostnodes")
            .to("numa.hostnodes", TEXT)
            .accepts(VmRules.RANGES)
            .row(),
        of(VmKeyPatterns.NUMA_NODES, "memory")
            .to("numa.memory", WHOLE_NUMBER)
            .absentIsNull()
            .accepts(between(64, 268435456))
            .required(Number.of(64))
            .row(),
        of(VmKeyPatterns.NUMA_NODES, "policy")
            .to("numa.policy", TEXT)
            .preset(new Text("preferred"))
            .accepts(oneOf("bind", "interleave", "preferred"))
            .row(),
        of(VmKeyPatterns.NUMA_BARE).unseen("the provider skips a node without cpus or hostnodes"));
  }
}
