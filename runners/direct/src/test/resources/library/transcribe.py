import sys

import apache_beam as beam
from apache_beam.transforms.external_transform_provider import ExternalTransformProvider

URN = "beam:schematransform:io.beamscribe:transcribe:v1"
provider = ExternalTransformProvider(
    ["localhost:8097"], urn_pattern=r"^beam:schematransform:io\.beamscribe:([\w-]+):(\w+)$"
)
transcribe = provider.get_urn(URN)

output, *files = sys.argv[1:]
with beam.Pipeline() as pipeline:
    results = (
        pipeline
        | beam.Create([beam.Row(uri=file) for file in files])
        | transcribe(output=output, locale="ko-KR", model="vosk-small-ko")
    )
    results["transcripts"] | beam.Map(lambda row: print(row.source, row.display))
    results["failures"] | "Failures" >> beam.Map(lambda row: print(row.source, row.errorMessage))
