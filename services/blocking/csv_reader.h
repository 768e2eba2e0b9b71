#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace wemo::blocking {

/// One record of a CSV file, or what is wrong with it.
struct CsvRecord {
    qint64 line = 0; ///< of the file, from 1, in which it begins
    qint64 end = 0;  ///< byte after it
    QList<QByteArray> fields;
    QByteArray raw;      ///< as it stands in the file, without its end of line
    QString code;        ///< of what is wrong: "bad-quote", "unclosed-quote", "too-long", "not-utf8"; empty = nothing
    int faultyField = 0; ///< from 1
};

/// CSV as RFC 4180 says, in UTF-8 with or without a byte order mark, lines ending in CRLF or LF. Bytes come in pieces
/// of any size; memory is what one record needs. A quote that is never closed costs its own line and no other.
class CsvReader {
public:
    static constexpr qsizetype longestRecord = 8 << 10; ///< bytes

    /// Begins at a byte of the file at which a record begins.
    explicit CsvReader(qint64 byte = 0, qint64 line = 1);
    void feed(const QByteArray &bytes);
    void finish() { m_finished = true; } ///< nothing more comes
    bool isFinished() const { return m_finished; }
    /// The next record that is not an empty line. Nothing: feed more, or it was the last.
    std::optional<CsvRecord> next();
    qint64 line() const { return m_line; } ///< at which the next one begins

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };
    enum class Ending { None, Line, File };
    Ending scan();
    CsvRecord take(Ending ending);
    CsvRecord cutLine(const char *code);
    void advance(qsizetype bytes, qsizetype lines);

    QByteArray m_buffer;
    qint64 m_byte; ///< of the file, at which the buffer begins
    qint64 m_line;
    bool m_finished = false;

    // The record that is being read, from the buffer's first byte on.
    qsizetype m_at = 0;
    State m_state = State::FieldStart;
    QByteArray m_field;
    QList<QByteArray> m_fields;
    QString m_code;
    int m_faulty = 0;
    qsizetype m_newlines = 0; ///< inside quotes
};

} // namespace wemo::blocking
