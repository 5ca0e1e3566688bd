import { it } from 'vitest';
import { Office } from './office.ts';
it('x', async () => {
  const office = Office.open();
  const page = await office.start();
  const sheet = await office.openSample(page);
  let lost = 0;
  for (let i = 0; i < 60; i++) {
    await sheet.goTo('2.1', 'central.recurrent');
    await sheet.button('Thông tin phụ lục').click();
    await sheet.dialog().waitFor();
    const active = await page.evaluate(() => `${document.activeElement?.tagName}.${document.activeElement?.className}`.slice(0, 80));
    await sheet.press('Escape', 'Escape');
    const gone = await sheet.dialog().waitFor({ state: 'detached', timeout: 3000 }).then(() => true, () => false);
    if (!gone) {
      lost++;
      const after = await page.evaluate(() => `${document.activeElement?.tagName}.${document.activeElement?.className}`.slice(0, 80));
      console.log(i, 'lost', active, '->', after, await sheet.dialog().count());
      await page.screenshot({ path: `/tmp/lo/lost-${i}.png` });
      await sheet.dialog().getByRole('button', { name: 'Hủy' }).click();
      await sheet.dialog().waitFor({ state: 'detached' });
    }
  }
  console.log('lost', lost);
  await office.leave();
});
