<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>wemo::pages::campaigns::CampaignsPage</name>
    <message numerus="yes">
        <source>%n price change(s)</source>
        <translation>
            <numerusform>%n price change</numerusform>
            <numerusform>%n price changes</numerusform>
        </translation>
    </message>
</context>
</TS>
