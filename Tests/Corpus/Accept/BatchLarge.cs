using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Bodies of several hundred operators, beyond what the JIT compiler inlines in one method.</summary>
public static partial class BatchLarge
{
    // check: 0.3, 1.2, -0.5, 0.7
    // check: -0.8, 0.7, 2.5, 0.1
    [Differentiable(Batch = true)]
    public static double FourHundredOperators(double a, double b, double c, double d)
    {
        double t0 = 0.8 * a - 0.6 * Math.Sqrt(1 + b * b);
        double t1 = 0.6 * a + 0.8 * b;
        double t2 = 0.8 * t1 - 0.6 * Math.Sqrt(1 + t0 * t0);
        double t3 = 0.6 * t1 + 0.8 * t0;
        double t4 = 0.8 * c - 0.6 * Math.Sqrt(1 + d * d);
        double t5 = 0.6 * c + 0.8 * d;
        double t6 = 0.8 * t5 - 0.6 * Math.Sqrt(1 + t4 * t4);
        double t7 = 0.6 * t5 + 0.8 * t4;
        double t8 = 0.8 * t3 - 0.6 * Math.Sqrt(1 + t2 * t2);
        double t9 = 0.6 * t3 + 0.8 * t2;
        double t10 = 0.8 * t9 - 0.6 * Math.Sqrt(1 + t8 * t8);
        double t11 = 0.6 * t9 + 0.8 * t8;
        double t12 = 0.8 * t7 - 0.6 * Math.Sqrt(1 + t6 * t6);
        double t13 = 0.6 * t7 + 0.8 * t6;
        double t14 = 0.8 * t13 - 0.6 * Math.Sqrt(1 + t12 * t12);
        double t15 = 0.6 * t13 + 0.8 * t12;
        double t16 = 0.8 * t11 - 0.6 * Math.Sqrt(1 + t10 * t10);
        double t17 = 0.6 * t11 + 0.8 * t10;
        double t18 = 0.8 * t17 - 0.6 * Math.Sqrt(1 + t16 * t16);
        double t19 = 0.6 * t17 + 0.8 * t16;
        double t20 = 0.8 * t15 - 0.6 * Math.Sqrt(1 + t14 * t14);
        double t21 = 0.6 * t15 + 0.8 * t14;
        double t22 = 0.8 * t21 - 0.6 * Math.Sqrt(1 + t20 * t20);
        double t23 = 0.6 * t21 + 0.8 * t20;
        double t24 = 0.8 * t19 - 0.6 * Math.Sqrt(1 + t18 * t18);
        double t25 = 0.6 * t19 + 0.8 * t18;
        double t26 = 0.8 * t25 - 0.6 * Math.Sqrt(1 + t24 * t24);
        double t27 = 0.6 * t25 + 0.8 * t24;
        double t28 = 0.8 * t23 - 0.6 * Math.Sqrt(1 + t22 * t22);
        double t29 = 0.6 * t23 + 0.8 * t22;
        double t30 = 0.8 * t29 - 0.6 * Math.Sqrt(1 + t28 * t28);
        double t31 = 0.6 * t29 + 0.8 * t28;
        double t32 = 0.8 * t27 - 0.6 * Math.Sqrt(1 + t26 * t26);
        double t33 = 0.6 * t27 + 0.8 * t26;
        double t34 = 0.8 * t33 - 0.6 * Math.Sqrt(1 + t32 * t32);
        double t35 = 0.6 * t33 + 0.8 * t32;
        double t36 = 0.8 * t31 - 0.6 * Math.Sqrt(1 + t30 * t30);
        double t37 = 0.6 * t31 + 0.8 * t30;
        double t38 = 0.8 * t37 - 0.6 * Math.Sqrt(1 + t36 * t36);
        double t39 = 0.6 * t37 + 0.8 * t36;
        double t40 = 0.8 * t35 - 0.6 * Math.Sqrt(1 + t34 * t34);
        double t41 = 0.6 * t35 + 0.8 * t34;
        double t42 = 0.8 * t41 - 0.6 * Math.Sqrt(1 + t40 * t40);
        double t43 = 0.6 * t41 + 0.8 * t40;
        double t44 = 0.8 * t39 - 0.6 * Math.Sqrt(1 + t38 * t38);
        double t45 = 0.6 * t39 + 0.8 * t38;
        double t46 = 0.8 * t45 - 0.6 * Math.Sqrt(1 + t44 * t44);
        double t47 = 0.6 * t45 + 0.8 * t44;
        double t48 = 0.8 * t43 - 0.6 * Math.Sqrt(1 + t42 * t42);
        double t49 = 0.6 * t43 + 0.8 * t42;
        double t50 = 0.8 * t49 - 0.6 * Math.Sqrt(1 + t48 * t48);
        double t51 = 0.6 * t49 + 0.8 * t48;
        double t52 = 0.8 * t47 - 0.6 * Math.Sqrt(1 + t46 * t46);
        double t53 = 0.6 * t47 + 0.8 * t46;
        double t54 = 0.8 * t53 - 0.6 * Math.Sqrt(1 + t52 * t52);
        double t55 = 0.6 * t53 + 0.8 * t52;
        double t56 = 0.8 * t51 - 0.6 * Math.Sqrt(1 + t50 * t50);
        double t57 = 0.6 * t51 + 0.8 * t50;
        double t58 = 0.8 * t57 - 0.6 * Math.Sqrt(1 + t56 * t56);
        double t59 = 0.6 * t57 + 0.8 * t56;
        double t60 = 0.8 * t55 - 0.6 * Math.Sqrt(1 + t54 * t54);
        double t61 = 0.6 * t55 + 0.8 * t54;
        double t62 = 0.8 * t61 - 0.6 * Math.Sqrt(1 + t60 * t60);
        double t63 = 0.6 * t61 + 0.8 * t60;
        double t64 = 0.8 * t59 - 0.6 * Math.Sqrt(1 + t58 * t58);
        double t65 = 0.6 * t59 + 0.8 * t58;
        double t66 = 0.8 * t65 - 0.6 * Math.Sqrt(1 + t64 * t64);
        double t67 = 0.6 * t65 + 0.8 * t64;
        double t68 = 0.8 * t63 - 0.6 * Math.Sqrt(1 + t62 * t62);
        double t69 = 0.6 * t63 + 0.8 * t62;
        double t70 = 0.8 * t69 - 0.6 * Math.Sqrt(1 + t68 * t68);
        double t71 = 0.6 * t69 + 0.8 * t68;
        double t72 = 0.8 * t67 - 0.6 * Math.Sqrt(1 + t66 * t66);
        double t73 = 0.6 * t67 + 0.8 * t66;
        double t74 = 0.8 * t73 - 0.6 * Math.Sqrt(1 + t72 * t72);
        double t75 = 0.6 * t73 + 0.8 * t72;
        double t76 = 0.8 * t71 - 0.6 * Math.Sqrt(1 + t70 * t70);
        double t77 = 0.6 * t71 + 0.8 * t70;
        double t78 = 0.8 * t77 - 0.6 * Math.Sqrt(1 + t76 * t76);
        double t79 = 0.6 * t77 + 0.8 * t76;
        double t80 = 0.8 * t75 - 0.6 * Math.Sqrt(1 + t74 * t74);
        double t81 = 0.6 * t75 + 0.8 * t74;
        double t82 = 0.8 * t81 - 0.6 * Math.Sqrt(1 + t80 * t80);
        double t83 = 0.6 * t81 + 0.8 * t80;
        double t84 = 0.8 * t79 - 0.6 * Math.Sqrt(1 + t78 * t78);
        double t85 = 0.6 * t79 + 0.8 * t78;
        double t86 = 0.8 * t85 - 0.6 * Math.Sqrt(1 + t84 * t84);
        double t87 = 0.6 * t85 + 0.8 * t84;
        return t83 + t82 + t87 + t86;
    }

    // check: 0.3, 1.2, 2
    // check: -0.8, 0.7, 2
    [Differentiable(Batch = true)]
    public static double InAnArm(double x, double y, int n)
    {
        if (x < 0)
        {
            return n * x * y;
        }

        double t0 = 0.8 * x - 0.6 * Math.Sqrt(1 + y * y);
        double t1 = 0.6 * x + 0.8 * y;
        double t2 = 0.8 * t1 - 0.6 * Math.Sqrt(1 + t0 * t0);
        double t3 = 0.6 * t1 + 0.8 * t0;
        double t4 = 0.8 * t3 - 0.6 * Math.Sqrt(1 + t2 * t2);
        double t5 = 0.6 * t3 + 0.8 * t2;
        double t6 = 0.8 * t5 - 0.6 * Math.Sqrt(1 + t4 * t4);
        double t7 = 0.6 * t5 + 0.8 * t4;
        double t8 = 0.8 * t7 - 0.6 * Math.Sqrt(1 + t6 * t6);
        double t9 = 0.6 * t7 + 0.8 * t6;
        double t10 = 0.8 * t9 - 0.6 * Math.Sqrt(1 + t8 * t8);
        double t11 = 0.6 * t9 + 0.8 * t8;
        double t12 = 0.8 * t11 - 0.6 * Math.Sqrt(1 + t10 * t10);
        double t13 = 0.6 * t11 + 0.8 * t10;
        double t14 = 0.8 * t13 - 0.6 * Math.Sqrt(1 + t12 * t12);
        double t15 = 0.6 * t13 + 0.8 * t12;
        double t16 = 0.8 * t15 - 0.6 * Math.Sqrt(1 + t14 * t14);
        double t17 = 0.6 * t15 + 0.8 * t14;
        double t18 = 0.8 * t17 - 0.6 * Math.Sqrt(1 + t16 * t16);
        double t19 = 0.6 * t17 + 0.8 * t16;
        double t20 = 0.8 * t19 - 0.6 * Math.Sqrt(1 + t18 * t18);
        double t21 = 0.6 * t19 + 0.8 * t18;
        double t22 = 0.8 * t21 - 0.6 * Math.Sqrt(1 + t20 * t20);
        double t23 = 0.6 * t21 + 0.8 * t20;
        double t24 = 0.8 * t23 - 0.6 * Math.Sqrt(1 + t22 * t22);
        double t25 = 0.6 * t23 + 0.8 * t22;
        double t26 = 0.8 * t25 - 0.6 * Math.Sqrt(1 + t24 * t24);
        double t27 = 0.6 * t25 + 0.8 * t24;
        double t28 = 0.8 * t27 - 0.6 * Math.Sqrt(1 + t26 * t26);
        double t29 = 0.6 * t27 + 0.8 * t26;
        double t30 = 0.8 * t29 - 0.6 * Math.Sqrt(1 + t28 * t28);
        double t31 = 0.6 * t29 + 0.8 * t28;
        double t32 = 0.8 * t31 - 0.6 * Math.Sqrt(1 + t30 * t30);
        double t33 = 0.6 * t31 + 0.8 * t30;
        double t34 = 0.8 * t33 - 0.6 * Math.Sqrt(1 + t32 * t32);
        double t35 = 0.6 * t33 + 0.8 * t32;
        double t36 = 0.8 * t35 - 0.6 * Math.Sqrt(1 + t34 * t34);
        double t37 = 0.6 * t35 + 0.8 * t34;
        double t38 = 0.8 * t37 - 0.6 * Math.Sqrt(1 + t36 * t36);
        double t39 = 0.6 * t37 + 0.8 * t36;
        double t40 = 0.8 * t39 - 0.6 * Math.Sqrt(1 + t38 * t38);
        double t41 = 0.6 * t39 + 0.8 * t38;
        double t42 = 0.8 * t41 - 0.6 * Math.Sqrt(1 + t40 * t40);
        double t43 = 0.6 * t41 + 0.8 * t40;
        double t44 = 0.8 * t43 - 0.6 * Math.Sqrt(1 + t42 * t42);
        double t45 = 0.6 * t43 + 0.8 * t42;
        double t46 = 0.8 * t45 - 0.6 * Math.Sqrt(1 + t44 * t44);
        double t47 = 0.6 * t45 + 0.8 * t44;
        double t48 = 0.8 * t47 - 0.6 * Math.Sqrt(1 + t46 * t46);
        double t49 = 0.6 * t47 + 0.8 * t46;
        double t50 = 0.8 * t49 - 0.6 * Math.Sqrt(1 + t48 * t48);
        double t51 = 0.6 * t49 + 0.8 * t48;
        double t52 = 0.8 * t51 - 0.6 * Math.Sqrt(1 + t50 * t50);
        double t53 = 0.6 * t51 + 0.8 * t50;
        double t54 = 0.8 * t53 - 0.6 * Math.Sqrt(1 + t52 * t52);
        double t55 = 0.6 * t53 + 0.8 * t52;
        double t56 = 0.8 * t55 - 0.6 * Math.Sqrt(1 + t54 * t54);
        double t57 = 0.6 * t55 + 0.8 * t54;
        double t58 = 0.8 * t57 - 0.6 * Math.Sqrt(1 + t56 * t56);
        double t59 = 0.6 * t57 + 0.8 * t56;
        double t60 = 0.8 * t59 - 0.6 * Math.Sqrt(1 + t58 * t58);
        double t61 = 0.6 * t59 + 0.8 * t58;
        double t62 = 0.8 * t61 - 0.6 * Math.Sqrt(1 + t60 * t60);
        double t63 = 0.6 * t61 + 0.8 * t60;
        double t64 = 0.8 * t63 - 0.6 * Math.Sqrt(1 + t62 * t62);
        double t65 = 0.6 * t63 + 0.8 * t62;
        double t66 = 0.8 * t65 - 0.6 * Math.Sqrt(1 + t64 * t64);
        double t67 = 0.6 * t65 + 0.8 * t64;
        double t68 = 0.8 * t67 - 0.6 * Math.Sqrt(1 + t66 * t66);
        double t69 = 0.6 * t67 + 0.8 * t66;
        double t70 = 0.8 * t69 - 0.6 * Math.Sqrt(1 + t68 * t68);
        double t71 = 0.6 * t69 + 0.8 * t68;
        double t72 = 0.8 * t71 - 0.6 * Math.Sqrt(1 + t70 * t70);
        double t73 = 0.6 * t71 + 0.8 * t70;
        return t72 + t73;
    }
}
