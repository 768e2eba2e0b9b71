#pragma once
#include "models/pricing/config.h"
#include "ui/pages/pricing/config_specs.h"

#include <QJsonArray>

namespace wemo::pages::pricing {

/// A config as it is typed: the service's JSON, except that a field whose text is not yet what it must be holds that
/// text. So nothing typed is lost, and configFromJson() says what is wrong, at the paths the service uses. Pure.
class ConfigDraft final {
public:
    ConfigDraft();
    explicit ConfigDraft(const wemo::pricing::Config &config);
    explicit ConfigDraft(QJsonObject json);

    const QJsonObject &json() const { return m_json; }
    /// The config, or InvalidInput with every mistake at its place in *this* draft.
    Result<wemo::pricing::Config> config() const;

    int count() const;
    QString word(int component) const;
    int rowCount(int component) const;
    bool has(const QString &word) const;
    bool mayAdd(const QString &word) const;

    /// `row` = -1: a field of the component itself.
    QString text(int component, int row, const FieldSpec &field) const;
    void setText(int component, int row, const FieldSpec &field, const QString &text);
    /// "components[1].segments[0].end".
    QString path(int component, int row, const QString &key) const;

    /// Where it belongs in the stack, with one row that may be filled in. Returns its place.
    int add(const QString &word);
    void remove(int component);
    int addRow(int component);
    void removeRow(int component, int row);

    /// Local days, one a line.
    QString holidays(int component) const;
    void setHolidays(int component, const QString &text);
    bool takes(const QString &benefit) const;
    void setTakes(const QString &benefit, bool takes);

    /// True where both have the same components with as many rows: only texts differ.
    bool hasShapeOf(const ConfigDraft &other) const;
    bool operator==(const ConfigDraft &other) const { return m_json == other.m_json; }

private:
    QJsonArray components() const;
    QJsonObject component(int index) const;
    void setComponent(int index, const QJsonObject &component);
    void setComponents(const QJsonArray &components);
    QJsonObject m_json;
};

} // namespace wemo::pages::pricing
