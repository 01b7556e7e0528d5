package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.Inflater;
import okhttp3.FormBody;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okio.BufferedSource;
import okio.GzipSource;
import okio.InflaterSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests over the network. */
class TransportTest {
  @RegisterExtension
  final ProxmoxSimulatorExtension server =
      ProxmoxSimulatorExtension.with(TestEstates.small().build());

  private ProxmoxSimulator pve;
  private OkHttpClient client;

  @BeforeEach
  void start() throws Exception {
    pve = server.simulator();
    HandshakeCertificates trusting =
        new HandshakeCertificates.Builder().addTrustedCertificate(certificate()).build();
    client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
            .callTimeout(20, TimeUnit.SECONDS)
            .build();
  }

  @AfterEach
  void stop() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private X509Certificate certificate() throws Exception {
    byte[] pem = pve.certificatePem().getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(pve.url() + "/api2/json" + path)
        .header("Authorization", "PVEAPIToken=" + pve.token());
  }

  @Test
  void theServerSpeaksHttp11WithATrustedCertificate() throws IOException {
    try (Response response = client.newCall(request("/version").build()).execute()) {
      assertThat(response.protocol()).isEqualTo(Protocol.HTTP_1_1);
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.body().string()).contains("\"version\"");
    }
  }

  @Test
  void aClientThatDoesNotTrustTheCertificateCannotConnect() {
    OkHttpClient untrusting = new OkHttpClient();
    assertThatThrownBy(() -> untrusting.newCall(request("/version").build()).execute())
        .isInstanceOf(IOException.class);
  }

  @Test
  void theFingerprintMatchesTheCertificate() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
    assertThat(pve.fingerprint())
        .isEqualTo(HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest));
  }

  @Test
  void theStatusLineNamesTheCauseOfAnError() throws IOException {
    try (Response response =
        client.newCall(request("/nodes/pve1/qemu/999/config").build()).execute()) {
      assertThat(response.code()).isEqualTo(500);
      assertThat(response.message())
          .isEqualTo("Configuration file 'nodes/pve1/qemu-server/999.conf' does not exist");
      assertThat(response.header("Connection")).isEqualTo("close");
      assertThat(response.body().string()).contains("999.conf");
    }
  }

  @Test
  void aRefusalWithoutABodyClosesTheConnection() throws IOException {
    Request anonymous = new Request.Builder().url(pve.url() + "/api2/json/version").build();
    try (Response response = client.newCall(anonymous).execute()) {
      assertThat(response.code()).isEqualTo(401);
      assertThat(response.message()).isEqualTo("No ticket");
      assertThat(response.header("Content-Length")).isNull();
      assertThat(response.body().string()).isEmpty();
    }
  }

  @Test
  void longResponsesAreCompressedForClientsThatAcceptIt() throws IOException {
    String plain = ApiProbe.of(pve).get("/access/permissions").body();
    try (Response gzip = compressed("/access/permissions", "gzip, deflate");
        Response deflate = compressed("/access/permissions", "deflate");
        Response shorter = compressed("/version", "gzip")) {
      assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(unpacked(new GzipSource(gzip.body().source()))).isEqualTo(plain);
      assertThat(deflate.header("Content-Encoding")).isEqualTo("deflate");
      assertThat(unpacked(new InflaterSource(deflate.body().source(), new Inflater())))
          .isEqualTo(plain);
      assertThat(shorter.header("Content-Encoding")).isNull();
    }
  }

  // OkHttp unpacks only what it asked for itself.
  private Response compressed(String path, String accepted) throws IOException {
    return client.newCall(request(path).header("Accept-Encoding", accepted).build()).execute();
  }

  private static String unpacked(Source source) throws IOException {
    try (BufferedSource reader = Okio.buffer(source)) {
      return reader.readUtf8();
    }
  }

  @Test
  void concurrentClientsNeverSeePartialChanges() throws Exception {
    int clients = 8;
    int each = 25;
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int thread = 0; thread < clients; thread++) {
        int number = thread;
        work.add(
            () -> {
              int failures = 0;
              for (int i = 0; i < each; i++) {
                FormBody form =
                    new FormBody.Builder().add("poolid", "p" + number + "x" + i).build();
                try (Response made =
                        client.newCall(request("/pools").post(form).build()).execute();
                    Response list = client.newCall(request("/pools").build()).execute()) {
                  boolean seen = list.body().string().contains("\"p" + number + "x" + i + "\"");
                  failures += made.code() == 200 && seen ? 0 : 1;
                }
              }
              return failures;
            });
      }
      for (Future<Integer> result : threads.invokeAll(work)) {
        assertThat(result.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(pve.writes()).hasSize(clients * each);
    assertThat(pve.requests()).containsEntry("GET /pools", clients * each);
  }

  @Test
  void aLargeUploadKeepsItsSizeButNotItsContent() throws IOException {
    byte[] file = new byte[4 * 1024 * 1024 + 1];
    upload(
        200,
        new MultipartBody.Builder()
            .addFormDataPart("content", "iso")
            .addFormDataPart("filename", "big.iso", RequestBody.create(file)));
    ApiProbe api = ApiProbe.of(pve);
    assertThat(api.get("/nodes/pve1/storage/local/content", "content", "iso").body())
        .contains("\"volid\":\"local:iso/big.iso\"")
        .contains("\"size\":" + file.length);
  }

  @Test
  @Tag("R09")
  void aFileWithAnotherChecksumIsNotStored() throws IOException {
    for (String checksum : List.of("0cc175b9c0f1b6a831c399e269772661", "0")) {
      upload(
          200,
          new MultipartBody.Builder()
              .addFormDataPart("content", "vztmpl")
              .addFormDataPart("checksum-algorithm", "md5")
              .addFormDataPart("checksum", checksum)
              .addFormDataPart(
                  "filename", "a" + checksum + ".tar.gz", RequestBody.create(new byte[] {'a'})));
    }
    ApiProbe api = ApiProbe.of(pve);
    assertThat(api.get("/nodes/pve1/storage/local/content", "content", "vztmpl").body())
        .contains("a0cc175b9c0f1b6a831c399e269772661.tar.gz")
        .doesNotContain("a0.tar.gz");
    assertThat(api.get("/nodes/pve1/tasks", "errors", "1").body())
        .contains("checksum mismatch: got '0cc175b9c0f1b6a831c399e269772661' != expect '0'");
  }

  @Test
  void theFileMustBeTheLastFieldOfAnUpload() throws IOException {
    RequestBody file = RequestBody.create(new byte[1]);
    upload(
        400,
        new MultipartBody.Builder()
            .addFormDataPart("filename", "a.iso", file)
            .addFormDataPart("content", "iso"));
    upload(
        500,
        new MultipartBody.Builder()
            .addFormDataPart("content", "iso")
            .addFormDataPart("other", "x")
            .addFormDataPart("filename", "a.iso", file));
    upload(500, new MultipartBody.Builder().addFormDataPart("content", "iso"));
    // The server looks for the fields in this order and drops everything before each of them.
    upload(
        400,
        new MultipartBody.Builder()
            .addFormDataPart("checksum", "abc")
            .addFormDataPart("checksum-algorithm", "md5")
            .addFormDataPart("content", "iso")
            .addFormDataPart("checksum", "abc")
            .addFormDataPart("filename", "a.iso", file));
  }

  private void upload(int expected, MultipartBody.Builder form) throws IOException {
    MultipartBody body = form.setType(MultipartBody.FORM).build();
    try (Response response =
        client.newCall(request("/nodes/pve1/storage/local/upload").post(body).build()).execute()) {
      assertThat(response.code()).isEqualTo(expected);
    }
  }
}
