package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.auth.Credentials;
import io.github.proxmoxmpc.api.internal.task.Polling;
import io.github.proxmoxmpc.api.internal.transport.RuntimeSettings;
import io.github.proxmoxmpc.api.tls.ServerTrust;
import io.github.proxmoxmpc.api.value.ServerVersion;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The settings that a builder collects. Not thread-safe until they are copied. */
final class ClientSettings {
  final ServerAddress address;
  @Nullable Credentials credentials;
  @Nullable ServerTrust trust;
  ConnectionSettings connection = ConnectionSettings.defaults();
  TimeoutSettings timeouts = TimeoutSettings.defaults();
  ResilienceSettings resilience = ResilienceSettings.defaults();
  @Nullable ServerVersion serverVersion;
  Polling polling = Polling.standard();

  ClientSettings(ServerAddress address) {
    this.address = address;
  }

  ClientSettings copy() {
    ClientSettings copy = new ClientSettings(address);
    copy.credentials = credentials;
    copy.trust = trust;
    copy.connection = connection;
    copy.timeouts = timeouts;
    copy.resilience = resilience;
    copy.serverVersion = serverVersion;
    copy.polling = polling;
    return copy;
  }

  /** Returns a copy that shares an OkHttpClient, which already has the trust and the limits. */
  ClientSettings copyOver(OkHttpClient http) {
    ClientSettings copy = copy();
    copy.trust = null;
    copy.timeouts = TimeoutSettings.defaults();
    copy.connection = ConnectionSettings.defaults().httpClient(http);
    return copy;
  }

  void trust(ServerTrust wanted) {
    if (trust != null && !trust.equals(wanted)) {
      throw new IllegalStateException(
          "Cannot change the trusted certificates: call only one of fingerprint,"
              + " certificateAuthorities and insecureTrustAnyCertificate, and only once");
    }
    trust = wanted;
  }

  Credentials requireCredentials() {
    if (credentials == null) {
      throw new IllegalStateException(
          "Cannot create a client of "
              + address.endpoint()
              + " without credentials: call token(id, secret)");
    }
    return credentials;
  }

  RuntimeSettings runtime() {
    return new RuntimeSettings(
        address.base(),
        address.endpoint(),
        requireCredentials(),
        trust,
        timeouts.values(),
        resilience.retries(),
        resilience.firstPause(),
        connection.concurrentCalls(),
        serverVersion,
        connection.http());
  }
}
