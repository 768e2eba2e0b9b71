#include "ui/sheets/text_encoding.h"

#include <iconv.h>

#include <QStringDecoder>

namespace wemo::sheets {

namespace {
std::optional<QString> decodedBy(QStringConverter::Encoding encoding, const QByteArray &bytes) {
    // Half a character at the end is an error as well, which the decoder of UTF-16 does not say.
    const bool isUtf16 = encoding == QStringConverter::Utf16LE || encoding == QStringConverter::Utf16BE;
    if (isUtf16 && bytes.size() % 2 != 0)
        return std::nullopt;
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// Qt without ICU knows no Big5; the C library does.
std::optional<QString> decodedAsBig5(QByteArray bytes) {
    iconv_t converter = iconv_open("UTF-8", "CP950");
    if (converter == iconv_t(-1))
        return std::nullopt;
    // Two bytes of Big5 become three at most, one becomes one.
    QByteArray utf8(bytes.size() * 2, Qt::Uninitialized);
    char *in = bytes.data();
    char *out = utf8.data();
    auto inLeft = static_cast<std::size_t>(bytes.size());
    auto outLeft = static_cast<std::size_t>(utf8.size());
    const std::size_t converted = iconv(converter, &in, &inLeft, &out, &outLeft);
    iconv_close(converter);
    if (converted == std::size_t(-1) || inLeft > 0)
        return std::nullopt;
    return QString::fromUtf8(utf8.constData(), utf8.size() - static_cast<qsizetype>(outLeft));
}
} // namespace

Result<QString> decodedText(const QByteArray &bytes) {
    std::optional<QString> text;
    if (const auto marked = QStringConverter::encodingForData(bytes))
        text = decodedBy(*marked, bytes);
    else if (!(text = decodedBy(QStringConverter::Utf8, bytes)))
        text = decodedAsBig5(bytes);
    // No text has a NUL in it: this is some other kind of file.
    if (!text || text->contains(QChar(u'\0')))
        return failure(ErrorKind::InvalidInput, "unknown-encoding", "The file is neither UTF-8, UTF-16 nor Big5 text.");
    return *std::move(text);
}

} // namespace wemo::sheets
