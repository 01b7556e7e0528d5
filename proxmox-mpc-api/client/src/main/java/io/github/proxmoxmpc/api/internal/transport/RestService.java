package io.github.proxmoxmpc.api.internal.transport;

import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/**
 * The HTTP methods of the API for Retrofit. One interface serves all operations, because they
 * differ only in address, body and the reader of the result.
 */
interface RestService {
  @Streaming
  @GET
  Call<ResponseBody> get(@Url HttpUrl url, @Tag Transmission transmission);

  @Streaming
  @DELETE
  Call<ResponseBody> delete(@Url HttpUrl url, @Tag Transmission transmission);

  @Streaming
  @POST
  Call<ResponseBody> post(@Url HttpUrl url, @Body RequestBody body, @Tag Transmission transmission);

  @Streaming
  @PUT
  Call<ResponseBody> put(@Url HttpUrl url, @Body RequestBody body, @Tag Transmission transmission);
}
