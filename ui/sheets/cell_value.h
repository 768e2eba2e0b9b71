#pragma once
#include <QString>

/// What a workbook's cell says, as the text a person sees.
namespace wemo::sheets {

/// The number of a cell in the 15 digits a spreadsheet program shows; what is no number comes back as it is.
QString numberText(const QString &raw);
/// A serial day as 2026-11-24, 2026-11-24 14:00:00, or 14:00:00 for less than a day; out of the calendar = numberText.
QString dateText(const QString &raw, bool isFrom1904);
/// Whether a number format shows a day or a time of it.
bool isDateFormat(int id);
bool isDateFormat(const QString &code);

/// "_x000D_" and its like as the character they stand for, and the other way: what XML can't hold, and text that looks
/// like such an escape.
QString unescaped(const QString &text);
QString escaped(const QString &text);

} // namespace wemo::sheets
