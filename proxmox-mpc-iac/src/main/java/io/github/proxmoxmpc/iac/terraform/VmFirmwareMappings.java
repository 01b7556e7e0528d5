package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Conversion.BASE64;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.LOWER_CASE;
import static io.github.proxmoxmpc.iac.terraform.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a VM that its firmware and what that keeps become. */
final class VmFirmwareMappings {
  private static final String SMBIOS =
      "write the texts in base64 and set base64=1, as the web interface does";

  private VmFirmwareMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of("efidisk0", "file")
            .bare()
            .to("efi_disk.datastore_id", STORAGE_OR_ALL)
            .preset(new Text("local-lvm"))
            .always()
            .row(),
        of("efidisk0", "efitype")
            .to("efi_disk.type", LOWER_CASE)
            .both(new Text("2m"))
            .always()
            .accepts(oneOf("2m", "4m"))
            .row(),
        of("efidisk0", "pre-enrolled-keys").to("efi_disk.pre_enrolled_keys", FLAG).row(),
        of("efidisk0", "format")
            .to("efi_disk.file_format", TEXT)
            .computed()
            .uncounted()
            .accepts(VmRules.FILE_FORMAT)
            .row(),
        of("efidisk0", "ms-cert").unseen(NOT_READ),
        of("efidisk0", "size").unseen(NO_ATTRIBUTE),
        of("tpmstate0", "file")
            .bare()
            .to("tpm_state.datastore_id", STORAGE_OR_ALL)
            .preset(new Text("local-lvm"))
            .always()
            .row(),
        of("tpmstate0", "version")
            .to("tpm_state.version", LOWER_CASE)
            .both(new Text("v2.0"))
            .always()
            .accepts(oneOf("v1.2", "v2.0"))
            .row(),
        of("tpmstate0", "size").unseen(NO_ATTRIBUTE),
        of("tpmstate0", "format").unseen(NO_ATTRIBUTE),
        of("smbios1", "uuid").to("smbios.uuid", TEXT).uncounted().computed().row(),
        of("smbios1", "manufacturer").to("smbios.manufacturer", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "product").to("smbios.product", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "version").to("smbios.version", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "serial").to("smbios.serial", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "sku").to("smbios.sku", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "family").to("smbios.family", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "base64").unseen("it says how the texts are written, and not what"),
        of("amd-sev", "type")
            .bare()
            .to("amd_sev.type", TEXT)
            .preset(new Text("std"))
            .always()
            .accepts(oneOf("es", "snp", "std"))
            .row(),
        of("amd-sev", "allow-smt").to("amd_sev.allow_smt", FLAG).preset(Flag.TRUE).row(),
        of("amd-sev", "kernel-hashes").to("amd_sev.kernel_hashes", FLAG).row(),
        of("amd-sev", "no-debug").to("amd_sev.no_debug", FLAG).row(),
        of("amd-sev", "no-key-sharing").to("amd_sev.no_key_sharing", FLAG).row());
  }
}
