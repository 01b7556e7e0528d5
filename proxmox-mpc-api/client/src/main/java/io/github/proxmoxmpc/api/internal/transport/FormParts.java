package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * Parameters in a request body: as a form, or in parts if one of them is a file.
 *
 * @param body the parts, the file last, in the order that the server requires
 * @param inQuery the parameters that the server reads from the query instead
 */
record FormParts(RequestBody body, List<Parameters.Pair> inQuery) {
  // PVE::APIServer::AnyEvent::file_upload_multipart looks for these parts in this order, and then
  // for the file. It ignores or rejects other parts, and reads other parameters from the query.
  private static final List<String> BEFORE_THE_FILE =
      List.of("content", "checksum-algorithm", "checksum");

  /** Writes parameters as a form. Proxmox VE 9.2 cuts a value at a bare {@code =} or {@code ;}. */
  static RequestBody form(List<Parameters.Pair> pairs) {
    FormBody.Builder form = new FormBody.Builder();
    for (Parameters.Pair pair : pairs) {
      form.addEncoded(PercentText.encode(pair.name()), PercentText.encode(pair.value()));
    }
    return form.build();
  }

  /** Writes parameters of which one is a file. */
  static FormParts of(List<Parameters.Pair> pairs, Parameters.File file) {
    MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
    for (String name : BEFORE_THE_FILE) {
      pairs.stream()
          .filter(pair -> pair.name().equals(name))
          .forEach(pair -> body.addFormDataPart(name, pair.value()));
    }
    pairs.stream()
        .filter(pair -> pair.name().equals(file.name()))
        .limit(1)
        .forEach(
            pair -> body.addFormDataPart(file.name(), pair.value(), new FileBody(file.upload())));
    List<Parameters.Pair> others =
        pairs.stream()
            .filter(pair -> !BEFORE_THE_FILE.contains(pair.name()))
            .filter(pair -> !pair.name().equals(file.name()))
            .toList();
    return new FormParts(body.build(), others);
  }
}
