package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.GeneratedFile;
import io.github.proxmoxmpc.iac.hcl.HclBody;
import io.github.proxmoxmpc.iac.hcl.HclItem;
import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.util.List;

/** The files that are the same for every cluster. */
final class ProviderFiles {
  private static final String VERSION = "0.112.0";

  private ProviderFiles() {}

  static List<GeneratedFile> all() {
    return List.of(
        new GeneratedFile("versions.tf", versions().print()),
        new GeneratedFile("providers.tf", provider().print()),
        new GeneratedFile("variables.tf", variables().print()),
        new GeneratedFile("terraform.tfvars.example", example().print()));
  }

  private static HclBody versions() {
    HclBody source =
        HclBody.builder().text("source", "bpg/proxmox").text("version", VERSION).build();
    HclBody providers =
        HclBody.builder().attribute("proxmox", new HclValue.ObjectValue(source)).build();
    return HclBody.builder()
        .block(
            "terraform",
            HclBody.builder()
                .text("required_version", ">= 1.5.0")
                .blank()
                .block("required_providers", providers)
                .build())
        .build();
  }

  private static HclBody provider() {
    return HclBody.builder()
        .comment("A variable that is not set leaves the provider to its environment variables:")
        .comment("PROXMOX_VE_ENDPOINT, PROXMOX_VE_API_TOKEN, PROXMOX_VE_INSECURE.")
        .add(
            new HclItem.Block(
                "provider",
                List.of("proxmox"),
                HclBody.builder()
                    .expression("endpoint", "var.proxmox_endpoint")
                    .expression("api_token", "var.proxmox_api_token")
                    .expression("insecure", "var.proxmox_insecure")
                    .build()))
        .build();
  }

  private static HclBody variables() {
    return HclBody.builder()
        .add(
            variable(
                "proxmox_endpoint",
                "The address of the API, such as https://pve.example.com:8006/.",
                "string",
                false))
        .blank()
        .add(variable("proxmox_api_token", "An API token: user@realm!name=secret.", "string", true))
        .blank()
        .add(
            variable(
                "proxmox_insecure",
                "Whether to trust any certificate. Better make the certificate trusted.",
                "bool",
                false))
        .build();
  }

  private static HclItem variable(String name, String description, String type, boolean sensitive) {
    HclBody.Builder body =
        HclBody.builder()
            .text("description", description)
            .expression("type", type)
            .expression("default", "null");
    if (sensitive) {
      body.expression("sensitive", "true");
    }
    return new HclItem.Block("variable", List.of(name), body.build());
  }

  private static HclBody example() {
    return HclBody.builder()
        .comment("Copy to terraform.tfvars. Hand the token over as TF_VAR_proxmox_api_token.")
        .text("proxmox_endpoint", "https://pve.example.com:8006/")
        .expression("proxmox_insecure", "false")
        .build();
  }
}
