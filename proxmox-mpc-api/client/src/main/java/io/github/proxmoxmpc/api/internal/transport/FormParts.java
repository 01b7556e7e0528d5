package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.internal.call.Parameters;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import okhttp3.Request;

/**
 * Writes parameters of which one is a file: in parts, the file last, in the order that the server
 * asks for.
 */
final class FormParts {
  // PVE::APIServer::AnyEvent::file_upload_multipart looks for these one after the other, then for
  // the file: what comes otherwise is lost, or fails. What else there is it takes of the query.
  private static final List<String> BEFORE_THE_FILE =
      List.of("content", "checksum-algorithm", "checksum");

  private FormParts() {}

  static void write(
      List<Parameters.Pair> pairs, Parameters.File file, HttpUrl url, Request.Builder request) {
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
    request.url(PercentEncoding.inQuery(url, others)).post(body.build());
  }
}
