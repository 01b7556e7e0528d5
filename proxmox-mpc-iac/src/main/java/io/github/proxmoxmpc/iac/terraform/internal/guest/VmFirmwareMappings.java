package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.BASE64;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.LOWER_CASE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import java.util.List;

/** Maps the firmware of a VM: EFI disk, TPM, SMBIOS and SEV. */
final class VmFirmwareMappings {
  private static final String SMBIOS =
      "encode the texts as base64 and set base64=1, as the web interface does";

  private VmFirmwareMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of("efidisk0", "file")
            .defaultKey()
            .to("efi_disk.datastore_id", STORAGE_OR_ALL)
            .schemaDefault(new Text("local-lvm"))
            .alwaysWritten()
            .build(),
        of("efidisk0", "efitype")
            .to("efi_disk.type", LOWER_CASE)
            .defaultsTo(new Text("2m"))
            .alwaysWritten()
            .accepts(oneOf("2m", "4m"))
            .build(),
        of("efidisk0", "pre-enrolled-keys").to("efi_disk.pre_enrolled_keys", FLAG).build(),
        of("efidisk0", "format")
            .to("efi_disk.file_format", TEXT)
            .computed()
            .notCounted()
            .accepts(VmConstraints.FILE_FORMAT)
            .build(),
        of("efidisk0", "ms-cert").unsupported(NOT_READ),
        of("efidisk0", "size").unsupported(NO_ATTRIBUTE),
        of("tpmstate0", "file")
            .defaultKey()
            .to("tpm_state.datastore_id", STORAGE_OR_ALL)
            .schemaDefault(new Text("local-lvm"))
            .alwaysWritten()
            .build(),
        of("tpmstate0", "version")
            .to("tpm_state.version", LOWER_CASE)
            .defaultsTo(new Text("v2.0"))
            .alwaysWritten()
            .accepts(oneOf("v1.2", "v2.0"))
            .build(),
        of("tpmstate0", "size").unsupported(NO_ATTRIBUTE),
        of("tpmstate0", "format").unsupported(NO_ATTRIBUTE),
        of("smbios1", "uuid").to("smbios.uuid", TEXT).notCounted().computed().build(),
        of("smbios1", "manufacturer").to("smbios.manufacturer", BASE64).remedy(SMBIOS).build(),
        of("smbios1", "product").to("smbios.product", BASE64).remedy(SMBIOS).build(),
        of("smbios1", "version").to("smbios.version", BASE64).remedy(SMBIOS).build(),
        of("smbios1", "serial").to("smbios.serial", BASE64).remedy(SMBIOS).build(),
        of("smbios1", "sku").to("smbios.sku", BASE64).remedy(SMBIOS).build(),
        of("smbios1", "family").to("smbios.family", BASE64).remedy(SMBIOS).build(),
        of("smbios1", "base64").unsupported("it only declares the encoding of the texts"),
        of("amd-sev", "type")
            .defaultKey()
            .to("amd_sev.type", TEXT)
            .schemaDefault(new Text("std"))
            .alwaysWritten()
            .accepts(oneOf("es", "snp", "std"))
            .build(),
        of("amd-sev", "allow-smt").to("amd_sev.allow_smt", FLAG).schemaDefault(Flag.TRUE).build(),
        of("amd-sev", "kernel-hashes").to("amd_sev.kernel_hashes", FLAG).build(),
        of("amd-sev", "no-debug").to("amd_sev.no_debug", FLAG).build(),
        of("amd-sev", "no-key-sharing").to("amd_sev.no_key_sharing", FLAG).build());
  }
}
