package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.http.ReceivedRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorHandler;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.internal.authentication.Authenticator;
import io.github.proxmoxmpc.simulator.internal.authentication.UnauthenticatedException;
import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.schema.ApiOperation;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a request into a response in the server's order: method, authentication, operation,
 * privileges, forwarding to the node, parameters, handler (PVE::APIServer::AnyEvent,
 * PVE::HTTPServer and PVE::RESTHandler of 9.2).
 */
public final class Dispatcher implements SimulatorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          "GET /access/domains",
          "GET /access/ticket",
          "POST /access/ticket",
          "POST /access/vncticket",
          "POST /access/openid/login",
          "POST /access/openid/auth-url");
  private static final String BASE = "/api2";
  private static final Pattern API_URI = Pattern.compile("(?s)/api2/+([a-z][a-z0-9]+)(/.*)?");

  private final OperationIndex schema;
  private final Routes routes;
  private final Cluster cluster;
  private final Authenticator authenticator;
  private final Consumer<ReceivedRequest> journal;
  private final Duration delayAfterFailedLogIn;
  private final Responses responses;

  /** Creates a dispatcher for these routes. */
  public Dispatcher(
      OperationIndex schema,
      Routes routes,
      Cluster cluster,
      Authenticator authenticator,
      Setup setup) {
    this.schema = schema;
    this.routes = routes;
    this.cluster = cluster;
    this.authenticator = authenticator;
    this.journal = setup.journal();
    this.delayAfterFailedLogIn = setup.delayAfterFailedLogIn();
    this.responses = new Responses(setup.clock());
  }

  /**
   * The settings of a dispatcher.
   *
   * @param clock the clock for the dates in headers
   * @param delayAfterFailedLogIn the delay of a response to a failed authentication
   * @param journal receives each answered request
   */
  public record Setup(
      Clock clock, Duration delayAfterFailedLogIn, Consumer<ReceivedRequest> journal) {}

  @Override
  public SimulatorResponse handle(SimulatorRequest request) {
    String path = path(request.target());
    Map<String, @Nullable Object> parameters = new TreeMap<>();
    SimulatorResponse response = response(request, path, parameters);
    String below =
        path.startsWith(BASE + "/json/") ? path.substring((BASE + "/json").length()) : path;
    ReceivedRequest received =
        new ReceivedRequest(
            request.method(), below, SecretMask.mask(present(parameters)), response.status());
    LOG.debug("{}", received);
    journal.accept(received);
    return response;
  }

  private SimulatorResponse response(
      SimulatorRequest request, String path, Map<String, @Nullable Object> parameters) {
    String method = request.method();
    if (!METHODS.contains(method)) {
      return responses.bare(501, "method '" + method + "' not available", Duration.ZERO);
    }
    Optional<String> encoding = request.header("Transfer-Encoding");
    if (encoding.isPresent()) {
      return responses.plain(
          501,
          encoding.get().equalsIgnoreCase("chunked")
              ? "chunked transfer encoding not supported"
              : "Unknown transfer encoding '" + encoding.get() + "'");
    }
    if (!path.startsWith(BASE)) {
      return responses.plain(501, "no such file '" + path + "'");
    }
    Matcher uri = API_URI.matcher(path);
    if (!uri.matches()) {
      return responses.plain(501, "no such uri");
    }
    String format = uri.group(1);
    String apiPath = uri.group(2) == null ? "/" : uri.group(2);
    Identity identity;
    try {
      identity = identify(request, apiPath);
    } catch (UnauthenticatedException e) {
      Duration delay = e.isDelayed() ? delayAfterFailedLogIn : Duration.ZERO;
      return responses.bare(401, String.valueOf(e.getMessage()), delay);
    }
    if (request.bodySize() > 0 && (method.equals("GET") || method.equals("DELETE"))) {
      return responses.plain(501, "Unexpected content for method '" + method + "'");
    }
    if (!format.equals("json") && !format.equals("extjs")) {
      return responses.plain(501, "no formatter for uri " + apiPath + ", " + format);
    }
    Responses.Outcome outcome;
    try {
      parameters.putAll(RequestParameters.of(request));
      outcome = Responses.Outcome.success(call(method + " " + apiPath, identity, parameters));
    } catch (RequestParameters.MalformedBodyException e) {
      return responses.plain(500, e.getMessage() + "\n");
    } catch (InvalidParametersException e) {
      outcome = new Responses.Outcome(400, e.getMessage() + "\n", null, e.errors(), null);
    } catch (RefusalException e) {
      if (e.status() == 506) {
        return responses.plain(506, String.valueOf(e.getMessage()));
      }
      // Only messages of a Perl die end with a newline.
      String end = e.status() == 501 ? "" : "\n";
      outcome = Responses.Outcome.refusal(e.status(), e.getMessage() + end);
    }
    Responses.Connection connection =
        schema
            .find(method, apiPath)
            .map(match -> Responses.Connection.after(match.operation()))
            .orElse(Responses.Connection.KEPT);
    return format.equals("json")
        ? responses.json(connection, outcome)
        : responses.extjs(connection, outcome);
  }

  private Identity identify(SimulatorRequest request, String apiPath) {
    if (OPEN_TO_ALL.contains(request.method() + " " + apiPath)) {
      return Identity.NOBODY;
    }
    synchronized (cluster.lock()) {
      return authenticator.identify(request);
    }
  }

  /**
   * Executes an operation for a caller who is authenticated.
   *
   * @param methodAndPath such as {@code GET /nodes/pve1/status}
   * @param sent the parameters besides the path: text, a list of texts, or null for an empty value
   * @return the {@code data} of the response
   * @throws RefusalException if the operation is refused
   * @throws InvalidParametersException if parameters break the schema
   */
  public @Nullable Object call(
      String methodAndPath, Identity identity, Map<String, ? extends @Nullable Object> sent) {
    int space = methodAndPath.indexOf(' ');
    String path = methodAndPath.substring(space + 1);
    OperationIndex.Match match =
        schema
            .find(methodAndPath.substring(0, space), path)
            .orElseThrow(
                () -> new RefusalException(501, "Method '" + methodAndPath + "' not implemented"));
    ApiOperation operation = match.operation();
    Map<String, @Nullable Object> parameters = new TreeMap<>(match.parameters());
    sent.forEach(
        (name, value) -> {
          Object inPath = parameters.put(name, value);
          if (inPath != null && !inPath.equals(value)) {
            throw RefusalException.parameter(
                name, "duplicate parameter (already defined in URI) with conflicting values!");
          }
        });
    if (identity.isToken() && !operation.allowsToken()) {
      throw RefusalException.forbidden(
          "URI '" + path + "' not available with API token, need proper ticket.\n");
    }
    Map<String, Object> present = present(parameters);
    synchronized (cluster.lock()) {
      new PermissionCheck(cluster.accounts().config(), identity, present)
          .check(operation.permissions());
      if (operation.isProxiedToNode() && present.containsKey("node")) {
        ClusterNode node = new RoutedCall(cluster, identity, present).node();
        if (!node.online()) {
          throw new RefusalException(595, "No route to host");
        }
      }
      Map<String, Object> verified = ParameterCheck.verify(operation.parameters(), parameters);
      if (operation.isRead() && cluster.data().containsKey(path)) {
        return cluster.data().get(path);
      }
      Handler handler =
          routes
              .find(operation.key())
              .orElseThrow(
                  () ->
                      new RefusalException(
                          501, "Method '" + methodAndPath + "' not implemented by the simulator"));
      return handler.handle(new RoutedCall(cluster, identity, verified));
    }
  }

  private static Map<String, Object> present(Map<String, @Nullable Object> parameters) {
    Map<String, Object> present = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    return present;
  }

  private static String path(String target) {
    int question = target.indexOf('?');
    return RequestParameters.unescape(question < 0 ? target : target.substring(0, question));
  }
}
