"""A movie's sound tracks and channels in an editor's words."""

from PySide6.QtCore import QCoreApplication, QLocale

from app.environment.language_names import language_name
from app.environment.numbers import short
from app.project.channel_labels import channel_labels
from app.project.programme import Programme
from cass_core.media.files.media_info import AudioStreamInfo
from cass_core.programme.track_groups import TrackGroup, group_text

_CODECS = {
    "aac": "AAC", "ac3": "AC-3", "eac3": "E-AC-3", "dca": "DTS", "dts": "DTS", "truehd": "TrueHD",
    "flac": "FLAC", "alac": "Apple Lossless", "mp2": "MP2", "mp3": "MP3", "mp3float": "MP3",
    "opus": "Opus", "libopus": "Opus", "vorbis": "Vorbis",
}  # fmt: skip

_MOST_NAMED = 4


def numbered_words(stream: AudioStreamInfo) -> str:
    """A sound track in a list of several, such as "1: English, 5.1, AAC 48 kHz"."""
    return f"{stream.order + 1}: {track_words(stream)}"


def group_words(group: TrackGroup) -> str:
    """Tracks that are taken as one sound, such as "1-6 together, 5.1"."""
    words = QCoreApplication.translate("SoundWords", "{tracks} together, {layout}")
    return words.format(tracks=group_text(group), layout=layout_words(group.layout))


def track_words(stream: AudioStreamInfo) -> str:
    """A sound track in one line, such as "English, 5.1, AAC 48 kHz"."""
    named = ", ".join(filter(None, (language_words(stream.language), stream.title)))
    parts = filter(None, (named, layout_words(stream.layout), _codec_words(stream)))
    return ", ".join(parts)


def language_words(code: str) -> str:
    """A language by its code; empty where nobody said which."""
    if code in ("", "und"):
        return ""
    language = QLocale.codeToLanguage(code, QLocale.LanguageCodeType.AnyLanguageCode)
    if language == QLocale.Language.AnyLanguage:
        return code
    return language_name(QLocale.languageToString(language))


def layout_words(layout: str) -> str:
    """A channel layout: "5.1" whichever way its surrounds stand."""
    name = layout.partition("(")[0].strip()
    number = name.removesuffix(" channels")
    if number == "1":  # labelled, such as "1 channels (FL)"
        name = "mono"
    elif number != name:
        return QCoreApplication.translate("SoundWords", "{number} channels").format(number=number)
    return {
        "mono": QCoreApplication.translate("SoundWords", "Mono"),
        "stereo": QCoreApplication.translate("SoundWords", "Stereo"),
    }.get(name, name)


def channel_words(programme: Programme) -> str:
    """Which channels of the track are open, such as "L R C" or "6 of 16"; empty for all."""
    if not programme.channels or programme.track_group:
        return ""
    num_channels = programme.info.audio[programme.audio_stream].num_channels
    if len(programme.channels) > _MOST_NAMED:
        words = QCoreApplication.translate("SoundWords", "{chosen} of {all}")
        return words.format(chosen=len(programme.channels), all=num_channels)
    labels = channel_labels(programme.track_layout, num_channels)
    return " ".join(labels[number] for number in programme.channels)


def _codec_words(stream: AudioStreamInfo) -> str:
    codec = "PCM" if stream.codec.startswith("pcm_") else _CODECS.get(stream.codec, stream.codec)
    depth = (
        QCoreApplication.translate("SoundWords", "{number} bit").format(number=stream.bits)
        if stream.bits
        else ""
    )
    rate = f"{short(stream.rate_hz / 1000)} kHz" if stream.rate_hz else ""
    return " ".join(filter(None, (codec, depth, rate)))
