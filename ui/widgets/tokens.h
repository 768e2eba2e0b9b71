#pragma once
#include "models/core/result.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QString>

namespace wemo::ui {

/// Meaning of a status, a message bar, a badge; each has its tint, its text colour and its shape.
enum class Tone { Neutral, Info, Progress, Success, Warning, Danger };

/// One colour scheme: every colour the console paints with, by name, from resources/themes/<scheme>.json.
class Tokens {
public:
    static Result<Tokens> fromJson(const QByteArray &json);
    /// What is applied to the application now. Like its QPalette: one for all, set by Theme only, GUI thread.
    static const Tokens &current();
    static void setCurrent(Tokens tokens);

    /// Asserts that the name exists.
    QColor color(const QString &name) const;
    QColor toneText(Tone tone) const;
    QColor toneTint(Tone tone) const;
    bool isDark() const { return m_dark; }
    QStringList names() const { return m_colors.keys(); }
    /// Pairs of (text, background) that stand on each other somewhere; a test computes their contrast.
    const QList<QPair<QString, QString>> &pairs() const { return m_pairs; }
    /// Replaces every "@name" in a style sheet.
    QString fill(QString sheet) const;

private:
    QHash<QString, QColor> m_colors;
    QList<QPair<QString, QString>> m_pairs;
    bool m_dark = false;
};

/// The four type sizes, one family.
enum class TextSize { Small, Body, Heading, Title };
int pixelSize(TextSize size);
QFont uiFont(TextSize size = TextSize::Body, QFont::Weight weight = QFont::Normal);
/// For ids, codes, raw exchanges.
QFont monospaceFont(TextSize size = TextSize::Body);

namespace metrics {
inline constexpr int grid = 8;
inline constexpr int rowHeight = 36;
inline constexpr int compactRowHeight = 28;
inline constexpr int radius = 6;
inline constexpr int pagePadding = 24;
} // namespace metrics

} // namespace wemo::ui
