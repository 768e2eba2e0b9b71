#pragma once
#include <QAbstractListModel>
#include <QIcon>

#include <functional>

namespace wemo::ui {

/// One line of the command palette.
struct PaletteEntry {
    QString title;
    QString hint; ///< section, or what would happen
    QString shortcut;
    QString iconName;
    std::function<void()> run;
};

/// The lines that match what was typed, best first. A match has every typed word in title or hint; earlier is better.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    enum Role { HintRole = Qt::UserRole + 1, ShortcutRole };

    explicit PaletteModel(QObject *parent = nullptr);
    void setEntries(QList<PaletteEntry> entries);
    /// `found` answers the typed text itself and stands first, unfiltered.
    void narrow(const QString &typed, const QList<PaletteEntry> &found);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void run(int row) const;

private:
    QList<PaletteEntry> m_all;
    QList<PaletteEntry> m_shown;
};

} // namespace wemo::ui
