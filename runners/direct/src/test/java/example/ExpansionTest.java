// SPDX-License-Identifier: Apache-2.0
package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.beam.model.expansion.v1.ExpansionApi.DiscoverSchemaTransformRequest;
import org.apache.beam.model.expansion.v1.ExpansionApi.SchemaTransformConfig;
import org.apache.beam.model.expansion.v1.ExpansionServiceGrpc;
import org.apache.beam.model.pipeline.v1.ExternalTransforms.ExpansionMethods;
import org.apache.beam.model.pipeline.v1.ExternalTransforms.SchemaTransformPayload;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.RowCoder;
import org.apache.beam.sdk.expansion.service.ExpansionServer;
import org.apache.beam.sdk.expansion.service.ExpansionService;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaTranslation;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.construction.BeamUrns;
import org.apache.beam.sdk.util.construction.External;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.vendor.grpc.v1p69p0.com.google.protobuf.ByteString;
import org.apache.beam.vendor.grpc.v1p69p0.io.grpc.ManagedChannel;
import org.apache.beam.vendor.grpc.v1p69p0.io.grpc.ManagedChannelBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines in other languages find the transform at Beam's own expansion service. */
class ExpansionTest {
  private static final String NAME = "beam:schematransform:io.beamscribe:transcribe:v1";

  @Test
  void theServiceTellsOfTheTransformAndExpandsIt(@TempDir Path output) throws Exception {
    try (ExpansionServer server =
        ExpansionServer.create(new ExpansionService(new String[0]), "localhost", 0)) {
      String address = server.getHost() + ":" + server.getPort();
      SchemaTransformConfig found = find(address);
      assertThat(found.getInputPcollectionNamesList()).containsExactly("input");
      assertThat(found.getOutputPcollectionNamesList())
          .containsExactly("transcripts", "skipped", "failures");

      PCollectionTuple results =
          files().apply(transform(address, found, output.toString()).withMultiOutputs());
      assertThat(results.getAll().keySet())
          .extracting(TupleTag::getId)
          .containsExactlyInAnyOrder("transcripts", "skipped", "failures");
      PCollection<?> transcripts = results.get(new TupleTag<>("transcripts"));
      assertThat(transcripts.getSchema().getFieldNames()).contains("source", "phrases");
    }
  }

  private static SchemaTransformConfig find(String address) {
    ManagedChannel channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
    try {
      return ExpansionServiceGrpc.newBlockingStub(channel)
          .discoverSchemaTransform(DiscoverSchemaTransformRequest.getDefaultInstance())
          .getSchemaTransformConfigsMap()
          .get(NAME);
    } finally {
      channel.shutdownNow();
    }
  }

  private static PCollection<Row> files() {
    Schema file = Schema.builder().addStringField("uri").build();
    return Pipeline.create()
        .apply(Create.of(Row.withSchema(file).addValues("one.wav").build()).withRowSchema(file));
  }

  private static External.SingleOutputExpandableTransform<PCollection<Row>, Row> transform(
      String address, SchemaTransformConfig found, String output) throws Exception {
    Schema schema = SchemaTranslation.schemaFromProto(found.getConfigSchema());
    Row configuration =
        Row.withSchema(schema)
            .withFieldValue("output", output)
            .withFieldValue("locale", "ko-KR")
            .withFieldValue("model", "vosk-small-ko")
            .build();
    SchemaTransformPayload payload =
        SchemaTransformPayload.newBuilder()
            .setIdentifier(NAME)
            .setConfigurationSchema(found.getConfigSchema())
            .setConfigurationRow(
                ByteString.copyFrom(
                    CoderUtils.encodeToByteArray(RowCoder.of(schema), configuration)))
            .build();
    return External.of(
        BeamUrns.getUrn(ExpansionMethods.Enum.SCHEMA_TRANSFORM), payload.toByteArray(), address);
  }
}
