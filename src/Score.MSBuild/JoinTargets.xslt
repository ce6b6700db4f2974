<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:output method="xml" encoding="utf-8" omit-xml-declaration="yes" />

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" />
    </xsl:copy>
  </xsl:template>

  <!-- What is imported in any case takes the place of its import. -->
  <xsl:template match="/Project/Import[not(@Condition)]">
    <xsl:copy-of select="document(@Project, .)/Project/node()" />
  </xsl:template>

</xsl:stylesheet>
