"""Speakers as sherpa-onnx tells them, from the same two networks: one RTTM a file, and the processor time.

sherpa_worker.py SEGMENTATION_FOLDER VOICES_FOLDER OUT FILE... prints the seconds that the processor took without loading. The networks are
those of Beamscribe's store, with the metadata that sherpa-onnx wants of its own exports. Needs sherpa-onnx, onnx, soundfile.
"""
import pathlib, sys, time

import onnx, sherpa_onnx, soundfile

SEGMENTATION = {"num_speakers": 3, "powerset_max_classes": 2, "num_classes": 7, "sample_rate": 16000, "window_size": 160000,
                "receptive_field_size": 991, "receptive_field_shift": 270, "model_type": "pyannote-segmentation-3.0", "version": "1",
                "model_author": "pyannote", "maintainer": "-", "url_1": "-", "url_2": "-", "license": "MIT"}
VOICES = {"framework": "3d-speaker", "language": "zh-en", "url": "-", "comment": "-", "sample_rate": 16000, "output_dim": 192,
          "normalize_samples": 1, "feature_normalize_type": "global-mean"}


def prepare(source, target, metadata):
    model = onnx.load(source)
    for key, value in metadata.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, str(value)
    onnx.save(model, target, save_as_external_data=False)
    return str(target)


def main():
    segmentation, voices, out, *files = map(pathlib.Path, sys.argv[1:])
    config = sherpa_onnx.OfflineSpeakerDiarizationConfig(
        segmentation=sherpa_onnx.OfflineSpeakerSegmentationModelConfig(
            pyannote=sherpa_onnx.OfflineSpeakerSegmentationPyannoteModelConfig(
                model=prepare(segmentation / "segmentation.onnx", out / "segmentation.onnx", SEGMENTATION)),
            num_threads=1),
        embedding=sherpa_onnx.SpeakerEmbeddingExtractorConfig(
            model=prepare(voices / "embedding.onnx", out / "embedding.onnx", VOICES), num_threads=1),
        clustering=sherpa_onnx.FastClusteringConfig(num_clusters=-1, threshold=0.5),
    )
    diarization, used = sherpa_onnx.OfflineSpeakerDiarization(config), 0.0
    for file in files:
        samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
        assert rate == 16000
        mono, before = samples.mean(axis=1), time.process_time()
        turns = diarization.process(mono).sort_by_start_time()
        used += time.process_time() - before
        lines = (f"SPEAKER {file.stem} 1 {t.start:.3f} {t.end - t.start:.3f} <NA> <NA> {t.speaker} <NA> <NA>\n" for t in turns)
        (out / f"{file.stem}.rttm").write_text("".join(lines))
    print(used)


if __name__ == "__main__":
    main()
