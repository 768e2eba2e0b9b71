#pragma once
#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace wemo::ui {

/// Names at the left, values at the right, selectable by mouse and keyboard. Rows keep their order and are found by
/// key, so an update repaints values only.
class KeyValueList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyValueList)

public:
    enum class ValueKind { Text, Monospace };
    explicit KeyValueList(QWidget *parent = nullptr);
    /// Adds the row or changes it. An empty value is shown as a dash.
    void set(const QString &key, const QString &name, const QString &value, ValueKind kind = ValueKind::Text);
    /// The widget takes the value's place; owned from now on.
    void setWidget(const QString &key, const QString &name, QWidget *value);
    /// Takes a row away while it has nothing to say, and brings it back in its place.
    void setRowVisible(const QString &key, bool visible);
    void clear();
    QString value(const QString &key) const;

private:
    struct Row {
        QLabel *name = nullptr;
        QWidget *value = nullptr;
    };
    Row &rowOf(const QString &key);

    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
};

} // namespace wemo::ui
