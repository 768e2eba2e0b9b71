#include "services/blocking/csv_reader.h"

#include <QStringDecoder>

#include <algorithm>

namespace wemo::blocking {

namespace {
const QByteArray byteOrderMark("\xef\xbb\xbf");

bool isUtf8(const QByteArray &bytes) {
    if (std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return true;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.isEmpty();
}
} // namespace

CsvReader::CsvReader(qint64 byte, qint64 line)
    : m_byte(byte)
    , m_line(line) {}

void CsvReader::feed(const QByteArray &bytes) {
    m_buffer += bytes;
}

/// Reads on from m_at until the record ends.
CsvReader::Ending CsvReader::scan() {
    const auto fault = [this](const char *code) {
        if (m_code.isEmpty()) {
            m_code = QString::fromLatin1(code);
            m_faulty = static_cast<int>(m_fields.size()) + 1;
        }
    };
    for (; m_at < m_buffer.size(); ++m_at) {
        const char c = m_buffer[m_at];
        if (m_state == State::Quoted) {
            if (c == '"')
                m_state = State::QuoteInQuoted;
            else
                m_field += c;
            m_newlines += c == '\n' ? 1 : 0;
            if (m_at >= longestRecord)
                return Ending::None;
            continue;
        }
        if (c == '\n')
            return Ending::Line;
        if (c == ',') {
            m_fields.append(std::exchange(m_field, {}));
            m_state = State::FieldStart;
        } else if (c == '"' && m_state == State::FieldStart) {
            m_state = State::Quoted;
        } else if (c == '"' && m_state == State::QuoteInQuoted) {
            m_field += c;
            m_state = State::Quoted;
        } else if (c != '\r' || m_at + 1 < m_buffer.size()) {
            const bool endsLine = c == '\r' && m_buffer[m_at + 1] == '\n';
            if (!endsLine && (c == '"' || m_state == State::QuoteInQuoted))
                fault("bad-quote");
            if (!endsLine) {
                m_field += c;
                m_state = State::Plain;
            }
        } else if (!m_finished) {
            return Ending::None; // what follows the CR is in the next piece
        }
        if (m_at >= longestRecord)
            return Ending::None;
    }
    return m_finished && !m_buffer.isEmpty() ? Ending::File : Ending::None;
}

std::optional<CsvRecord> CsvReader::next() {
    if (m_byte == 0 && m_at == 0 && m_buffer.startsWith(byteOrderMark))
        advance(byteOrderMark.size(), 0);
    while (true) {
        if (m_byte == 0 && !m_finished && m_buffer.size() < byteOrderMark.size())
            return {};
        const Ending ending = scan();
        const bool isTooLong = ending == Ending::None && m_at >= longestRecord;
        if (m_state == State::Quoted && (ending == Ending::File || isTooLong))
            return cutLine("unclosed-quote");
        if (isTooLong) {
            const qsizetype end = m_buffer.indexOf('\n', m_at);
            if (end < 0 && !m_finished)
                return {}; // its end is in a later piece
            return cutLine("too-long");
        }
        if (ending == Ending::None)
            return {};
        CsvRecord record = take(ending);
        if (!record.raw.isEmpty())
            return record;
    }
}

CsvRecord CsvReader::take(Ending ending) {
    CsvRecord record;
    m_fields.append(std::exchange(m_field, {}));
    record.line = m_line;
    record.fields = std::move(m_fields);
    record.raw = m_buffer.first(m_at);
    if (record.raw.endsWith('\r'))
        record.raw.chop(1);
    record.code = m_code;
    record.faultyField = m_faulty;
    if (record.code.isEmpty() && !isUtf8(record.raw)) {
        record.code = "not-utf8";
        const auto bad = std::find_if_not(record.fields.cbegin(), record.fields.cend(), isUtf8);
        record.faultyField = static_cast<int>(bad - record.fields.cbegin()) + 1;
    }
    const bool hasLineEnd = ending == Ending::Line;
    advance(m_at + (hasLineEnd ? 1 : 0), m_newlines + (hasLineEnd ? 1 : 0));
    record.end = m_byte;
    return record;
}

/// Gives up on a record: its first line is faulty, the next one begins after it.
CsvRecord CsvReader::cutLine(const char *code) {
    CsvRecord record;
    record.line = m_line;
    record.code = QString::fromLatin1(code);
    record.faultyField = static_cast<int>(m_fields.size()) + 1;
    const qsizetype newline = m_buffer.indexOf('\n');
    const qsizetype end = newline < 0 ? m_buffer.size() : newline;
    record.raw = m_buffer.first(end).first(qMin(end, longestRecord));
    advance(newline < 0 ? end : newline + 1, newline < 0 ? 0 : 1);
    record.end = m_byte;
    return record;
}

void CsvReader::advance(qsizetype bytes, qsizetype lines) {
    m_buffer.remove(0, bytes);
    m_byte += bytes;
    m_line += lines;
    m_at = 0;
    m_state = State::FieldStart;
    m_field.clear();
    m_fields.clear();
    m_code.clear();
    m_faulty = 0;
    m_newlines = 0;
}

} // namespace wemo::blocking
