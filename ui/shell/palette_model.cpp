#include "ui/shell/palette_model.h"

#include "ui/widgets/icons.h"

namespace wemo::ui {

namespace {
/// Lower is better; -1 is no match.
int rank(const PaletteEntry &entry, const QStringList &words) {
    int sum = 0;
    for (const QString &word : words) {
        const qsizetype inTitle = entry.title.indexOf(word, 0, Qt::CaseInsensitive);
        const qsizetype inHint = entry.hint.indexOf(word, 0, Qt::CaseInsensitive);
        if (inTitle < 0 && inHint < 0)
            return -1;
        sum += static_cast<int>(inTitle >= 0 ? inTitle : 100 + inHint);
    }
    return sum;
}
} // namespace

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent) {}

void PaletteModel::setEntries(QList<PaletteEntry> entries) {
    m_all = std::move(entries);
    narrow({}, {});
}

void PaletteModel::narrow(const QString &typed, const QList<PaletteEntry> &found) {
    const QStringList words = typed.split(' ', Qt::SkipEmptyParts);
    QList<QPair<int, PaletteEntry>> ranked;
    for (const PaletteEntry &entry : std::as_const(m_all))
        if (const int value = rank(entry, words); value >= 0)
            ranked.append({value, entry});
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    beginResetModel();
    m_shown = found;
    for (const auto &pair : std::as_const(ranked))
        m_shown.append(pair.second);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry &entry = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.hint.isEmpty() ? entry.title : entry.title + ", " + entry.hint;
    case Qt::DecorationRole:
        return icon(entry.iconName.isEmpty() ? "go-next" : entry.iconName, IconRole::Muted);
    case HintRole:
        return entry.hint;
    case ShortcutRole:
        return entry.shortcut;
    default:
        return {};
    }
}

void PaletteModel::run(int row) const {
    if (row >= 0 && row < m_shown.size())
        std::function<void()>(m_shown.at(row).run)(); // a copy: what runs may change the list
}

} // namespace wemo::ui
