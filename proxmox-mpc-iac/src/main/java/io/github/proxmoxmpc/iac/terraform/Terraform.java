package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.GeneratedFile;
import io.github.proxmoxmpc.iac.GeneratedFiles;
import io.github.proxmoxmpc.iac.Generator;
import io.github.proxmoxmpc.iac.coverage.Coverage;
import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.coverage.CoverageOutcome;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning;
import io.github.proxmoxmpc.iac.coverage.GuestCoverage;
import io.github.proxmoxmpc.iac.hcl.HclBody;
import io.github.proxmoxmpc.iac.hcl.HclItem;
import io.github.proxmoxmpc.iac.terraform.internal.guest.ContainerTable;
import io.github.proxmoxmpc.iac.terraform.internal.guest.GuestView;
import io.github.proxmoxmpc.iac.terraform.internal.guest.GuestWarnings;
import io.github.proxmoxmpc.iac.terraform.internal.guest.VmTable;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappedResource;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingTable;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates Terraform code for the provider {@code bpg/proxmox} 0.112.0: virtual machines,
 * containers and pools, with {@code import} blocks. The first {@code terraform plan} imports
 * everything and changes nothing.
 *
 * <p>The files hold no secrets. The API token and the endpoint are variables, or come from the
 * provider's own environment variables ({@code PROXMOX_VE_ENDPOINT}, {@code PROXMOX_VE_API_TOKEN},
 * {@code PROXMOX_VE_INSECURE}). If the provider cannot read a guest, its code is commented out with
 * the reason and a remedy. {@code coverage.md} and {@code coverage.json} report the outcome for
 * every configuration key.
 *
 * <pre>{@code
 * GeneratedFiles files = Terraform.forBpg().generate(infrastructure);
 * files.into(Path.of("infra"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Terraform implements Generator {
  private final MappingTable<GuestView> vms;
  private final MappingTable<GuestView> containers;

  private Terraform(MappingTable<GuestView> vms, MappingTable<GuestView> containers) {
    this.vms = vms;
    this.containers = containers;
  }

  /** Returns the generator for {@code bpg/proxmox}. */
  public static Terraform forBpg() {
    return new Terraform(VmTable.TABLE, ContainerTable.TABLE);
  }

  /** Returns a generator with other tables, for the test that removes mappings. */
  static Terraform with(MappingTable<GuestView> vms, MappingTable<GuestView> containers) {
    return new Terraform(vms, containers);
  }

  @Override
  public GeneratedFiles generate(Infrastructure infrastructure) {
    GuestFile vmFile = new GuestFile();
    GuestFile containerFile = new GuestFile();
    infrastructure.vms().forEach(vm -> vmFile.add(vms, vm, infrastructure));
    infrastructure.containers().forEach(ct -> containerFile.add(containers, ct, infrastructure));

    List<GuestCoverage> guests = new ArrayList<>(vmFile.coverage);
    guests.addAll(containerFile.coverage);
    Coverage coverage = new Coverage(guests, warnings(infrastructure, guests));

    HclBody.Builder imports = HclBody.builder();
    imports.comment("Existing resources and their names in this configuration.");
    vmFile.imports.forEach(imports::add);
    containerFile.imports.forEach(imports::add);
    HclBody.Builder pools = HclBody.builder();
    infrastructure.pools().forEach(pool -> addPool(pool, pools, imports));

    List<GeneratedFile> files = new ArrayList<>(ProviderFiles.all());
    files.add(new GeneratedFile("vms.tf", vmFile.print("virtual machine")));
    files.add(new GeneratedFile("containers.tf", containerFile.print("container")));
    files.add(
        new GeneratedFile(
            "pools.tf",
            pools.isEmpty() ? print(HclBody.builder().comment("No pool.")) : print(pools)));
    files.add(new GeneratedFile("imports.tf", print(imports)));
    files.add(new GeneratedFile("coverage.md", coverage.markdown()));
    files.add(new GeneratedFile("coverage.json", coverage.json()));
    return new GeneratedFiles(files, coverage);
  }

  private static String print(HclBody.Builder body) {
    return body.build().print();
  }

  private static void addPool(PoolState pool, HclBody.Builder pools, HclBody.Builder imports) {
    HclBody.Builder body = HclBody.builder().text("pool_id", pool.id().value());
    String comment = pool.comment();
    if (comment != null && !comment.isEmpty()) {
      body.text("comment", comment);
    }
    if (!pools.isEmpty()) {
      pools.blank();
    }
    String name = ResourceNames.of(pool.id());
    pools.add(
        new HclItem.Block(
            "resource", List.of("proxmox_virtual_environment_pool", name), body.build()));
    imports.blank();
    imports.add(importOf("proxmox_virtual_environment_pool." + name, pool.id().value()));
  }

  private static HclItem importOf(String address, String id) {
    return new HclItem.Block(
        "import", List.of(), HclBody.builder().expression("to", address).text("id", id).build());
  }

  private static List<CoverageWarning> warnings(
      Infrastructure infrastructure, List<GuestCoverage> guests) {
    List<CoverageWarning> warnings = new ArrayList<>();
    for (GuestCoverage guest : guests) {
      if (!guest.readable()) {
        warnings.add(
            new CoverageWarning(
                CoverageWarning.Kind.UNREADABLE,
                guest.vmid(),
                "commented out: " + String.join("; ", guest.unsupportedFeatures())));
      }
    }
    infrastructure
        .guests()
        .forEach(guest -> warnings.addAll(GuestWarnings.of(new GuestView(guest, infrastructure))));
    return warnings;
  }

  /** Collects the resources of one kind of guest. */
  private static final class GuestFile {
    private final HclBody.Builder resources = HclBody.builder();
    private final List<HclItem> imports = new ArrayList<>();
    private final List<GuestCoverage> coverage = new ArrayList<>();

    void add(MappingTable<GuestView> table, GuestState guest, Infrastructure infrastructure) {
      GuestView view = new GuestView(guest, infrastructure);
      MappedResource mapped = MappedResource.of(table, view);
      String address = table.resourceType() + "." + ResourceNames.of(guest);
      List<String> unsupportedFeatures =
          mapped.unsupportedFeatures().stream().map(Object::toString).distinct().toList();
      HclItem resource =
          new HclItem.Block(
              "resource", List.of(table.resourceType(), ResourceNames.of(guest)), mapped.body());
      HclItem importBlock = importOf(address, guest.node() + "/" + guest.vmid());
      if (!resources.isEmpty()) {
        resources.blank();
      }
      imports.add(new HclItem.Blank());
      GuestWarnings.comments(view).forEach(resources::comment);
      if (unsupportedFeatures.isEmpty()) {
        resources.add(resource);
        imports.add(importBlock);
      } else {
        disable(resource, unsupportedFeatures, resources);
        imports.add(
            new HclItem.Comment(
                "Commented out like its resource, because the provider cannot read it."));
        imports.add(disabled(importBlock));
      }
      coverage.add(coverageOf(guest, address, unsupportedFeatures, mapped.entries()));
    }

    private static void disable(
        HclItem resource, List<String> unsupportedFeatures, HclBody.Builder resources) {
      resources.comment(
          "Commented out: the provider cannot read this guest, so the whole plan would");
      resources.comment("fail. Fix the cause on the server, sync, and generate again:");
      unsupportedFeatures.forEach(feature -> resources.comment("- " + feature));
      resources.add(disabled(resource));
    }

    private static HclItem disabled(HclItem item) {
      return new HclItem.Disabled(HclBody.builder().add(item).build());
    }

    /** Returns the coverage of a guest; commented-out code covers nothing. */
    private static GuestCoverage coverageOf(
        GuestState guest,
        String address,
        List<String> unsupportedFeatures,
        List<CoverageEntry> entries) {
      List<CoverageEntry> settled = entries;
      if (!unsupportedFeatures.isEmpty()) {
        settled =
            entries.stream()
                .map(
                    e ->
                        new CoverageEntry(
                            e.key(),
                            e.property(),
                            CoverageOutcome.NOT_EXPRESSIBLE,
                            null,
                            e.outcome() == CoverageOutcome.NOT_EXPRESSIBLE && !e.note().isEmpty()
                                ? e.note()
                                : "the provider cannot read this guest"))
                .toList();
      }
      return new GuestCoverage(
          guest instanceof ContainerState ? "container" : "vm",
          guest.vmid(),
          guest.node(),
          guest.name(),
          address,
          unsupportedFeatures,
          settled);
    }

    String print(String kind) {
      return Terraform.print(
          resources.isEmpty() ? HclBody.builder().comment("No " + kind + ".") : resources);
    }
  }
}
