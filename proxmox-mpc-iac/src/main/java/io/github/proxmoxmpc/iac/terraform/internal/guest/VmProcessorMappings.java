package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.matching;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint;
import java.util.List;

/** Maps the processors and the memory of a VM. */
final class VmProcessorMappings {
  private VmProcessorMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of("cores")
            .to("cpu.cores", WHOLE_NUMBER)
            .defaultsTo(Number.of(1))
            .alwaysWritten()
            .accepts(between(1, 2304))
            .build(),
        of("sockets")
            .to("cpu.sockets", WHOLE_NUMBER)
            .defaultsTo(Number.of(1))
            .accepts(between(1, 16))
            .build(),
        of("vcpus").to("cpu.hotplugged", WHOLE_NUMBER).accepts(between(0, 2304)).build(),
        of("cpulimit").to("cpu.limit", NUMBER).accepts(between(0, 128)).build(),
        of("cpuunits").to("cpu.units", WHOLE_NUMBER).computed().accepts(between(1, 262144)).build(),
        of("arch")
            .to("cpu.architecture", TEXT)
            .accepts(oneOf("aarch64", "x86_64").orEmpty())
            .build(),
        of("affinity")
            .to("cpu.affinity", TEXT)
            .notCounted()
            .accepts(matching("numbers and ranges of CPUs", "\\d+[\\d\\-,]*"))
            .build(),
        of("numa").to("cpu.numa", FLAG).notCounted().build(),
        of("cpu", "cputype")
            .defaultKey()
            .to("cpu.type", TEXT)
            .defaultsTo(new Text("qemu64"))
            .alwaysWritten()
            .accepts(VmConstraints.CPU_TYPE)
            .build(),
        of("cpu", "flags").to("cpu.flags", LIST).build(),
        of("cpu", "hidden").unsupported(NOT_READ),
        of("cpu", "hv-vendor-id").unsupported(NOT_READ),
        of("cpu", "phys-bits").unsupported(NOT_READ),
        of("cpu", "guest-phys-bits").unsupported(NOT_READ),
        of("cpu", "reported-model").unsupported(NOT_READ),
        of("memory")
            .to("memory.dedicated", WHOLE_NUMBER)
            .schemaDefault(Number.of(512))
            .alwaysWritten()
            .accepts(between(64, 268435456))
            .remedy("set the plain number of MiB: qm set {id} --memory MIB")
            .build(),
        of("balloon").to("memory.floating", WHOLE_NUMBER).accepts(between(0, 268435456)).build(),
        of("ivshmem", "size")
            .to("memory.shared", WHOLE_NUMBER)
            .accepts(between(0, 268435456))
            .build(),
        of("ivshmem", "name").unsupported(NOT_READ),
        of("hugepages")
            .to("memory.hugepages", TEXT)
            .accepts(oneOf("1024", "2", "any").when("with NUMA enabled", VmConstraints::writesNuma))
            .build(),
        of("keephugepages")
            .to("memory.keep_hugepages", FLAG)
            .accepts(
                new Constraint("true or false", (value, context) -> true)
                    .when("with NUMA enabled", VmConstraints::writesNuma))
            .build(),
        of("shares").unsupported(NO_ATTRIBUTE),
        of("allow-ksm").unsupported(NO_ATTRIBUTE),
        of(VmKeyPatterns.NUMA_NODES, KEY_NAME).to("numa.device", TEXT).build(),
        of(VmKeyPatterns.NUMA_NODES, "cpus")
            .to("numa.cpus", TEXT)
            .accepts(VmConstraints.RANGES)
            .placeholder(new Text("0"))
            .build(),
        of(VmKeyPatterns.NUMA_NODES, "hostnodes")
            .to("numa.hostnodes", TEXT)
            .accepts(VmConstraints.RANGES)
            .build(),
        of(VmKeyPatterns.NUMA_NODES, "memory")
            .to("numa.memory", WHOLE_NUMBER)
            .nullWhenUnset()
            .accepts(between(64, 268435456))
            .placeholder(Number.of(64))
            .build(),
        of(VmKeyPatterns.NUMA_NODES, "policy")
            .to("numa.policy", TEXT)
            .schemaDefault(new Text("preferred"))
            .accepts(oneOf("bind", "interleave", "preferred"))
            .build(),
        of(VmKeyPatterns.NUMA_BARE)
            .unsupported("the provider skips a node without cpus or hostnodes"));
  }
}
