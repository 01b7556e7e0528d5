package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.transfer.Download;
import java.util.OptionalLong;
import okhttp3.ResponseBody;

/** The body of a response, read while it arrives. */
public record BodyDownload(BodyStream stream, OptionalLong size) implements Download {
  public static Download of(ResponseBody body) {
    long size = body.contentLength();
    return new BodyDownload(
        new BodyStream(body), size < 0 ? OptionalLong.empty() : OptionalLong.of(size));
  }

  @Override
  public String toString() {
    return "Download[" + (size.isPresent() ? size.getAsLong() + " bytes" : "of unknown size") + "]";
  }
}
