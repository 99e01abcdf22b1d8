// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@code serve}. */
public interface ServeOptions extends ModelStoreOptions {
  @Flag(group = "Service", order = 1, label = "PORT", min = 0, max = 65535)
  @Description("Port to listen on; 0 for any that is free.")
  @Default.Integer(8080)
  int getPort();

  void setPort(int value);

  @Flag(group = "Service", order = 2, label = "ADDRESS")
  @Description(
      "Address to listen on: 0.0.0.0 for all of the machine's. Others than this machine need keys.")
  @Default.String("127.0.0.1")
  String getHost();

  void setHost(String value);

  @Flag(group = "Service", order = 3, label = "FOLDER")
  @Description("Folder for the database, results and uploads.")
  @Default.String("beamscribe-data")
  String getData();

  void setData(String value);

  /** Null for SQLite in the data folder. */
  @Flag(group = "Service", order = 4, label = "URL", defaultText = "SQLite in --data")
  @Description("Database: jdbc:postgresql://HOST/NAME?user=..., or a file of SQLite.")
  String getDatabase();

  void setDatabase(String value);

  @Flag(group = "Service", order = 5, label = "N", min = 1, max = 64)
  @Description("Number of transcriptions that run at a time.")
  @Default.Integer(2)
  int getJobs();

  void setJobs(int value);

  /** Null for the catalogue's choice for each locale. */
  @Flag(group = "Service", order = 6, label = "MODEL", defaultText = "best for the locale")
  @Description("Model for callers that name none.")
  String getModel();

  void setModel(String value);

  /** Null for none. */
  @Flag(group = "Service", order = 7, label = "LOCALE,...", defaultText = "none")
  @Description("Locales whose models are loaded at the start and stay loaded.")
  List<String> getWarm();

  void setWarm(List<String> value);

  @Flag(group = "Access", order = 10)
  @Description("Ask callers for keys. Always so if others than this machine can connect.")
  @Default.Boolean(false)
  boolean isKeys();

  void setKeys(boolean value);

  @Flag(group = "Access", order = 11, label = "N", min = 0)
  @Description("Requests a minute that a key may make; 0 for any number.")
  @Default.Integer(0)
  int getRequestsPerMinute();

  void setRequestsPerMinute(int value);

  @Flag(group = "Access", order = 12, label = "N", min = 1)
  @Description("Real-time connections that a key may have at a time.")
  @Default.Integer(200)
  int getConnectionsPerKey();

  void setConnectionsPerKey(int value);

  @Flag(group = "Access", order = 13, label = "SECONDS", min = 1)
  @Description("After so long without a message a real-time connection is closed.")
  @Default.Integer(180)
  int getIdleSeconds();

  void setIdleSeconds(int value);

  /** Null for none. */
  @Flag(group = "Access", order = 14, label = "NETWORK,...", defaultText = "none")
  @Description(
      "Private networks, such as 10.1.0.0/16, that audio may come from, and web hooks go to."
          + " All others are refused.")
  List<String> getAllowNetworks();

  void setAllowNetworks(List<String> value);

  /** Null for none. */
  @Flag(group = "Access", order = 15, label = "s3a://...,...", defaultText = "none")
  @Description("Folders in object storage that callers may name as containers.")
  List<String> getAllowStores();

  void setAllowStores(List<String> value);

  @Flag(group = "Connection", order = 20)
  @Description("Serve https, with a certificate that is made at the first start in --data.")
  @Default.Boolean(false)
  boolean isTls();

  void setTls(boolean value);

  /** Null for none. */
  @Flag(group = "Connection", order = 21, label = "FILE", defaultText = "none")
  @Description(
      "Serve https with this key store (PKCS12 or JKS); its password is in"
          + " $BEAMSCRIBE_KEYSTORE_PASSWORD.")
  String getKeyStore();

  void setKeyStore(String value);

  /** Null for what each request names. */
  @Flag(group = "Connection", order = 22, label = "URL", defaultText = "as each request names it")
  @Description("Address that links begin with, such as https://speech.example.com.")
  String getPublicUrl();

  void setPublicUrl(String value);
}
